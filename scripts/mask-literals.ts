/** Blanks out comments and what stands inside quotes, slashes and template text; keeps quotes and line ends. */
export function maskLiterals(text: string): string {
  let out = ''
  let position = 0
  const depthsOfTemplates: number[] = []
  let braces = 0
  const keep = (length: number) => {
    out += text.slice(position, position + length)
    position += length
  }
  const blank = (length: number) => {
    out += text.slice(position, position + length).replace(/[^\n]/g, ' ')
    position += length
  }
  const templateText = () => {
    const found = /(?<!\\)(?:\\\\)*(`|\$\{)/.exec(text.slice(position))
    const end = found === null ? text.length : position + found.index + found[0].length
    blank(end - (found?.[1]?.length ?? 0) - position)
    if (found?.[1] === '${') depthsOfTemplates.push(braces++)
    keep(end - position)
  }
  while (position < text.length) {
    const rest = text.slice(position, position + 2)
    const first = rest.charAt(0)
    if (rest === '//') blank(lengthUntil(text, position, '\n', 0))
    else if (rest === '/*') blank(lengthUntil(text, position + 2, '*/', 2) + 2)
    else if (first === '"' || first === "'") {
      const literal = matchAt(/(["'])(?:\\[\s\S]|(?!\1)[^\\\n])*\1/y, text, position)
      keep(1)
      if (literal > 0) {
        blank(literal - 2)
        keep(1)
      }
    } else if (first === '`') {
      keep(1)
      templateText()
    } else if (first === '/' && regexMayStart(out, text, position)) {
      const literal = matchAt(
        /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y,
        text,
        position,
      )
      if (literal > 0) blank(literal)
      else keep(1)
    } else if (first === '{') {
      braces += 1
      keep(1)
    } else if (first === '}') {
      braces -= 1
      keep(1)
      if (depthsOfTemplates.at(-1) === braces) {
        depthsOfTemplates.pop()
        templateText()
      }
    } else keep(1)
  }
  return out
}

function lengthUntil(text: string, from: number, end: string, after: number): number {
  const found = text.indexOf(end, from)
  return found < 0 ? text.length - from : found + after - from
}

function matchAt(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0].length ?? 0
}

// A slash divides after a value and opens a regular expression elsewhere; `</` and `/>` are JSX.
function regexMayStart(before: string, text: string, position: number): boolean {
  if (text.charAt(position + 1) === '>') return false
  const code = before.trimEnd()
  if (/(?:^|[^\w$.])(?:return|typeof|case|in|of|else|await|yield|delete|void)$/.test(code))
    return true
  return code === '' || /[(,=:[!&|?{};+\-*%~^>]$/.test(code)
}
