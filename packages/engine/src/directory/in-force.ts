/** A run of civil days, both ends inclusive; an absent end is open. ISO dates compare as strings. */
export interface DaySpan {
  readonly from?: string
  readonly to?: string
}

/** Whether `day` lies in the span. */
export function isInForce(span: DaySpan, day: string): boolean {
  return (span.from === undefined || span.from <= day) && (span.to === undefined || day <= span.to)
}

/** Whether the span ends before it begins. */
export function isInverted(span: DaySpan): boolean {
  return span.from !== undefined && span.to !== undefined && span.to < span.from
}

/** The days common to both spans; null when there are none. */
export function commonDays(a: DaySpan, b: DaySpan): DaySpan | null {
  if (isInverted(a) || isInverted(b)) return null
  const from = later(a.from, b.from)
  const to = earlier(a.to, b.to)
  const common: DaySpan = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  return isInverted(common) ? null : common
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? b : a
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}
