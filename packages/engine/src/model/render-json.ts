const WIDTH = 100

/**
 * JSON for people and for line-wise comparison: two spaces, a new line at the end. A list or object
 * of plain values and lists of them stands on one line where it fits 100 columns; everything else
 * has one member a line.
 */
export function renderJson(value: unknown): string {
  return `${render(value, '', 0)}\n`
}

/** `used` is what stands on the line already, before the value. */
function render(value: unknown, indent: string, used: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const flat = onOneLine(value)
  // One column more for the comma that may follow.
  if (flat !== undefined && used + flat.length + 1 <= WIDTH) return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const lines = value.map((member) => `${inner}${render(member, inner, inner.length)}`)
    return `[\n${lines.join(',\n')}\n${indent}]`
  }
  const lines = membersOf(value).map(([key, member]) => {
    const name = `${inner}${JSON.stringify(key)}: `
    return `${name}${render(member, inner, name.length)}`
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

function membersOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, member]) => member !== undefined)
}

/** An object inside never joins the line: its members are what people edit. */
function onOneLine(value: object): string | undefined {
  const written = membersOf(value).map(([key, member]) => {
    const text = plain(member)
    if (text === undefined) return undefined
    return Array.isArray(value) ? text : `${JSON.stringify(key)}: ${text}`
  })
  if (written.includes(undefined)) return undefined
  if (Array.isArray(value)) return `[${written.join(', ')}]`
  return written.length === 0 ? '{}' : `{ ${written.join(', ')} }`
}

function plain(member: unknown): string | undefined {
  if (member === null || typeof member !== 'object') return JSON.stringify(member)
  return Array.isArray(member) ? onOneLine(member) : undefined
}
