import { stripTypeScriptTypes } from 'node:module'
import { maskLiterals } from '../mask-literals.ts'

/** One small fault: the text from `start` to `end` of a file, replaced. */
export interface Mutant {
  readonly path: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

interface Swap {
  readonly pattern: RegExp
  readonly to: (found: string) => string
}

const swapped = (pairs: Readonly<Record<string, string>>) => (found: string) =>
  pairs[found] ?? found

// The formatter puts spaces around operators and none around the brackets of type arguments.
const SWAPS: readonly Swap[] = [
  {
    pattern: /(?<= )(?:<=|>=|<|>)(?= )/g,
    to: swapped({ '<': '<=', '<=': '<', '>': '>=', '>=': '>' }),
  },
  { pattern: /(?<=\s)(?:===|!==)(?= )/g, to: swapped({ '===': '!==', '!==': '===' }) },
  { pattern: /(?<=\s)(?:&&|\|\|)(?=\s)/g, to: swapped({ '&&': '||', '||': '&&' }) },
  { pattern: /(?<=\s)[+-](?= )/g, to: swapped({ '+': '-', '-': '+' }) },
  { pattern: /(?<=[\s([{,:?>])!(?=[\w(])/g, to: () => '' },
  { pattern: /(?<![\w.$])\d+(?![\w.$])/g, to: (digits) => String(Number(digits) + 1) },
  {
    pattern: /(?<![\w.$])(?:true|false)(?![\w$:])/g,
    to: swapped({ true: 'false', false: 'true' }),
  },
  { pattern: /(?<=\.)(?:some|every)(?=\()/g, to: swapped({ some: 'every', every: 'some' }) },
  { pattern: /(?<=\bMath\.)(?:min|max)(?=\()/g, to: swapped({ min: 'max', max: 'min' }) },
  // One entry of a list less: an event, an effect or a seat that goes missing.
  { pattern: /(?<=\n *)\.\.\.[^\n]*,(?=\n)/g, to: () => '' },
]

/** Every fault that can be planted in a source, in the order of the text. */
export function mutantsOf(path: string, text: string): Mutant[] {
  const code = maskLiterals(stripTypeScriptTypes(text))
  const found = [
    ...SWAPS.flatMap(({ pattern, to }) =>
      [...code.matchAll(pattern)]
        .filter(([match]) => isBalanced(match))
        .map((match) => ({ start: match.index, end: match.index + match[0].length, to })),
    ),
    ...bracketed(code, /\bif \(/g).flatMap(({ open, close }) => [
      { start: open, end: close, to: (condition: string) => `!(${condition})` },
      { start: open, end: close, to: () => 'false' },
    ]),
    ...bracketed(code, /(?<=\n *)[\w.]+\.push\(/g).map(({ start, close }) => ({
      start,
      end: close + 1,
      to: () => 'void 0',
    })),
  ]
  return found
    .map(({ start, end, to }) => ({ start, end, before: text.slice(start, end), to }))
    .map(({ start, end, before, to }) => ({
      path,
      line: text.slice(0, start).split('\n').length,
      start,
      end,
      before,
      after: to(before),
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => a.start - b.start || a.after.localeCompare(b.after))
}

/** The text with the fault in it. */
export function planted(text: string, { start, end, after }: Mutant): string {
  return text.slice(0, start) + after + text.slice(end)
}

/** Whether a faulty text can still be loaded at all. */
export function loads(text: string): boolean {
  try {
    stripTypeScriptTypes(text)
    return true
  } catch {
    return false
  }
}

// What stands between the round bracket that a pattern ends with and its partner.
function bracketed(code: string, pattern: RegExp) {
  return [...code.matchAll(pattern)].flatMap((match) => {
    const open = match.index + match[0].length
    let depth = 1
    let close = open
    while (depth > 0 && close < code.length) {
      const sign = code.charAt(close)
      if (sign === '(') depth += 1
      if (sign === ')') depth -= 1
      close += 1
    }
    return depth === 0 ? [{ start: match.index, open, close: close - 1 }] : []
  })
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if ('([{'.includes(sign)) depth += 1
    if (')]}'.includes(sign)) depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
