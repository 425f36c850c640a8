import { commonDays, type DaySpan } from './in-force.ts'

/** The days of some spans that no later edition may rewrite: those up to `settledUntil`, in order. */
export function settledDays(spans: readonly DaySpan[], settledUntil: string): readonly DaySpan[] {
  const settled = spans
    .map((span) => commonDays(span, { to: settledUntil }))
    .filter((span) => span !== null)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const merged: DaySpan[] = []
  for (const span of settled) {
    const last = merged.at(-1)
    const touching = last === undefined ? null : commonDays(last, span)
    if (last === undefined || touching === null) merged.push(span)
    else merged[merged.length - 1] = together(last, span)
  }
  return merged
}

/** Whether two lists of settled days are the same days. */
export function isSameDays(a: readonly DaySpan[], b: readonly DaySpan[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, at) => span.from === b[at]?.from && span.to === b[at]?.to)
  )
}

/** The union of two spans that overlap, the first of which begins no later. Both have an end. */
function together(first: DaySpan, second: DaySpan): DaySpan {
  const to = (first.to ?? '') < (second.to ?? '') ? second.to : first.to
  return { ...first, ...(to === undefined ? {} : { to }) }
}
