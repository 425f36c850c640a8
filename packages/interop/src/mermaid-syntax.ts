/** Ids of Mermaid's nodes and the marks of its language. Ids of a workflow have hyphens and slashes. */
export function nodeId(id: string): string {
  return `s_${id.replaceAll('_', '__').replaceAll('-', '_').replaceAll('/', '___')}`
}

export function startId(block: string): string {
  return `${nodeId(block)}__start`
}

export function resultId(block: string, result: string): string {
  return `${nodeId(block)}__r_${nodeId(result)}`
}

export function joinId(parallel: string): string {
  return `${nodeId(parallel)}__join`
}

export function endId(outcome: string): string {
  return `e_${nodeId(outcome)}`
}

/** A text in quotes; what would end it or begin an entity is written as an entity. */
export function label(text: string): string {
  const escaped = text
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('\n', ' ')
  return `"${escaped}"`
}

export function arrow(from: string, to: string, text?: string, isDotted = false): string {
  const line = isDotted ? '-.->' : '-->'
  return text === undefined ? `${from} ${line} ${to}` : `${from} ${line}|${label(text)}| ${to}`
}
