const STRINGS = /"(?:[^"\\]|\\.)*"/g
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g

/**
 * The words of a FEEL expression outside its texts. Good enough to see which declared fields it
 * reads: field ids are single words that are no words of FEEL.
 */
export function feelNames(expression: string): readonly string[] {
  return expression.replace(STRINGS, ' ').match(NAME) ?? []
}
