/**
 * A sentence with emphasis: `[[…]]` is a fact, `((…))` a gap. The marks stand in the string tables,
 * so that each language puts its emphasis where it wants.
 */
export function Rich({ text }: { readonly text: string }) {
  const parts = text.split(/(\[\[.*?\]\]|\(\(.*?\)\))/)
  return parts.map((part, n) => {
    const key = `${n} ${part}`
    if (part.startsWith('[[')) return <b key={key}>{part.slice(2, -2)}</b>
    if (part.startsWith('((')) {
      return (
        <b key={key} className="is-gap-word">
          {part.slice(2, -2)}
        </b>
      )
    }
    return part
  })
}
