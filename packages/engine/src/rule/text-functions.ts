import { type Cell, largestText } from './cell.ts'
import { isDecimal, textOfDecimal } from './decimal.ts'
import {
  always,
  decimalAt,
  list,
  number,
  type RuleFunction,
  text,
  textAt,
} from './rule-function.ts'
import { booleanType, integerType, textType } from './rule-type.ts'

/** Characters are counted by code point: a rare 𠮷 is one character. */
function substring(args: readonly Cell[]): Cell {
  const characters = [...(textAt(args, 0) ?? '')]
  const start = decimalAt(args, 1)
  const length = args.length === 3 ? decimalAt(args, 2) : characters.length
  if (typeof start !== 'number' || typeof length !== 'number' || start === 0 || length < 0) {
    return null
  }
  const first = start > 0 ? start - 1 : Math.max(0, characters.length + start)
  return characters.slice(Math.trunc(first), Math.trunc(first) + Math.trunc(length)).join('')
}

function test(name: string, holds: (whole: string, part: string) => boolean): RuleFunction {
  return {
    name,
    parameters: [text, text],
    typeOf: always(booleanType),
    apply: (args) => holds(textAt(args, 0) ?? '', textAt(args, 1) ?? ''),
  }
}

function change(name: string, made: (whole: string) => string): RuleFunction {
  return {
    name,
    parameters: [text],
    typeOf: always(textType),
    apply: (args) => made(textAt(args, 0) ?? ''),
  }
}

function cut(
  name: string,
  made: (whole: string, at: number, length: number) => string,
): RuleFunction {
  return {
    name,
    parameters: [text, text],
    typeOf: always(textType),
    apply: (args) => {
      const [whole, part] = [textAt(args, 0) ?? '', textAt(args, 1) ?? '']
      const at = whole.indexOf(part)
      return at < 0 ? '' : made(whole, at, part.length)
    },
  }
}

function join(args: readonly Cell[]): Cell {
  const [items, delimiter] = [args[0], args.length === 2 ? textAt(args, 1) : '']
  if (!Array.isArray(items)) {
    return null
  }
  const joined = items.filter((item) => item !== null).join(delimiter ?? '')
  return joined.length > largestText ? null : joined
}

function written(value: Cell): Cell {
  return isDecimal(value) ? textOfDecimal(value) : typeof value === 'boolean' ? `${value}` : value
}

export const textFunctions: readonly RuleFunction[] = [
  {
    name: 'string length',
    parameters: [text],
    typeOf: always(integerType),
    apply: (args) => [...(textAt(args, 0) ?? '')].length,
  },
  {
    name: 'substring',
    parameters: [text, number, number],
    optional: 1,
    typeOf: always(textType),
    apply: substring,
  },
  test('contains', (whole, part) => whole.includes(part)),
  test('starts with', (whole, part) => whole.startsWith(part)),
  test('ends with', (whole, part) => whole.endsWith(part)),
  change('upper case', (whole) => whole.toUpperCase()),
  change('lower case', (whole) => whole.toLowerCase()),
  cut('substring before', (whole, at) => whole.slice(0, at)),
  cut('substring after', (whole, at, length) => whole.slice(at + length)),
  {
    name: 'string join',
    parameters: [list, text],
    optional: 1,
    typeOf: ([items]) =>
      items?.type.kind === 'list' && ['text', 'choice', 'null'].includes(items.type.of.kind)
        ? textType
        : null,
    apply: join,
  },
  {
    name: 'string',
    parameters: [['text', 'choice', 'number', 'boolean', 'date']],
    typeOf: always(textType),
    apply: (args) => written(args[0] ?? null),
  },
]
