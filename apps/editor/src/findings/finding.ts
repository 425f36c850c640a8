/** A finding of `check`, as far as the editor must know it: where, how grave, and its facts. */
export interface Finding {
  readonly kind: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly workflow?: string
  readonly step?: string
  readonly town?: string
  readonly [fact: string]: unknown
}

/** The last check: what was found, and whether the document has changed since. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly towns: number
  readonly milliseconds: number | null
  readonly isRunning: boolean
}

export const NOT_CHECKED: Checked = { findings: [], towns: 0, milliseconds: null, isRunning: true }

export type Weight = 'gap' | 'error' | 'warning' | 'info'
