import type { DaySpan } from './in-force.ts'

/** The settled days of one entry in two editions. */
export interface Rewritten {
  /** The settled days of the earlier edition, and of the later one. */
  readonly before: readonly DaySpan[]
  readonly after: readonly DaySpan[]
}

/** What a later edition of a register may not do: change a day that is past. */
export type EditionFault =
  | { readonly kind: 'edition-not-newer'; readonly previous: number; readonly next: number }
  | { readonly kind: 'entry-removed'; readonly path: readonly string[] }
  | { readonly kind: 'post-level-changed'; readonly post: string }
  | { readonly kind: 'section-moved'; readonly town: string; readonly section: string }
  | { readonly kind: 'person-moved'; readonly person: string }
  | (Rewritten & {
      readonly kind: 'section-rewritten'
      readonly town: string
      readonly section: string
    })
  | (Rewritten & {
      readonly kind: 'binding-rewritten'
      readonly town: string
      readonly duty: string
      readonly section: string
      readonly part: string
    })
  | (Rewritten & {
      readonly kind: 'holding-rewritten'
      readonly person: string
      readonly post: string
      readonly place: string
    })
