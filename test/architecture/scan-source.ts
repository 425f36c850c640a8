import { maskLiterals } from '../../scripts/mask-literals.ts'

/** A source file as the rules see it: the path from the top of the repository, with `/`, and the text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export interface ImportLine {
  readonly specifier: string
  readonly line: number
}

/** A source file with what the rules ask about, so that each file is scanned once. */
export interface ScannedFile extends SourceFile {
  /** The text with comments, strings and regular expressions blanked out; every position stays where it was. */
  readonly code: string
  readonly imports: readonly ImportLine[]
}

const IMPORT_FORMS = [
  // import a, { b } from 'x'; export { a } from 'x'; export * from 'x'; each also with `type`.
  /\b(?:import|export)\s*(?:type\b\s*)?(?:[\w$]+\s*,?\s*)?(?:\{[^{}]*\}|\*(?:\s*as\s+[\w$]+)?)?\s*from\s*(?=["'])/g,
  // import 'x'
  /\bimport\s*(?=["'])/g,
  // import('x'), also as a type; require('x')
  /\b(?:import|require)\s*\(\s*(?=["'`])/g,
]

export function scanSource(file: SourceFile): ScannedFile {
  const code = maskLiterals(file.text)
  const imports = IMPORT_FORMS.flatMap((form) =>
    [...code.matchAll(form)].map((match) => {
      const start = match.index + match[0].length
      const quote = file.text.charAt(start)
      const end = file.text.indexOf(quote, start + 1)
      return { specifier: file.text.slice(start + 1, end), line: lineAt(code, start) }
    }),
  )
  return { ...file, code, imports }
}

/** The line number, from 1, of a position in a text. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}
