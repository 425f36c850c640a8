/** Copies of a value, each with one character of one of its texts or numbers changed. */
export function alteredCopies<T>(value: T, copies: number): readonly T[] {
  const text = JSON.stringify(value)
  const altered: T[] = []
  for (let copy = 0; copy < copies; copy += 1) {
    const from = Math.floor((text.length * copy) / copies)
    const at = placeToAlter(text, from)
    if (at === null) continue
    const letter = text[at] === '1' ? '2' : text[at] === 'a' ? 'b' : isDigit(text[at]) ? '1' : 'a'
    altered.push(JSON.parse(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`))
  }
  return altered
}

/** The next character inside a text value: changing it leaves JSON of the same shape. */
function placeToAlter(text: string, from: number): number | null {
  const values = /:("(?:[^"\\]|\\.)*")/g
  for (const match of text.matchAll(values)) {
    const start = match.index + 2
    const end = match.index + match[0].length - 1
    for (let at = Math.max(start, from); at < end; at += 1) {
      if (/[0-9a-z]/.test(text[at] ?? '')) return at
    }
  }
  return null
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9'
}
