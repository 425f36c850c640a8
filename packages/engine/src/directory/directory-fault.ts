import type { JsonPath } from '../model/fault.ts'

interface At {
  readonly file: 'directory.json' | 'people.json'
  readonly path: JsonPath
}

/** A fault of the directory or of the people that hold its posts. Facts only; wording is made outside. */
export type DirectoryFault =
  | (At & { readonly kind: 'binding-unknown-duty'; readonly town: string; readonly duty: string })
  | (At & {
      readonly kind: 'binding-unknown-section'
      readonly town: string
      readonly duty: string
      readonly section: string
    })
  /** Two leads on the same day; `days` is what they have in common. */
  | (At & {
      readonly kind: 'duty-bound-twice'
      readonly town: string
      readonly duty: string
      readonly sections: readonly [string, string]
      readonly other: JsonPath
      readonly days: { readonly from?: string; readonly to?: string }
    })
  /** The same section bound twice to the same duty in the same part on the same day. */
  | (At & {
      readonly kind: 'binding-repeated'
      readonly town: string
      readonly duty: string
      readonly section: string
      readonly other: JsonPath
    })
  | (At & {
      readonly kind: 'inactive-section-bound'
      readonly town: string
      readonly section: string
      readonly duty: string
    })
  | (At & {
      readonly kind: 'section-twice'
      readonly town: string
      readonly section: string
      readonly other: JsonPath
    })
  | (At & { readonly kind: 'dates-inverted'; readonly from: string; readonly to: string })
  | (At & { readonly kind: 'person-unknown-town'; readonly person: string; readonly town: string })
  | (At & { readonly kind: 'person-without-post'; readonly person: string })
  | (At & { readonly kind: 'holding-unknown-post'; readonly person: string; readonly post: string })
  /** A post of section (centre) level must say in which section (centre) it is held. */
  | (At & {
      readonly kind: 'holding-without-place'
      readonly person: string
      readonly post: string
      readonly level: 'section' | 'centre'
    })
  | (At & {
      readonly kind: 'holding-unknown-place'
      readonly person: string
      readonly post: string
      readonly level: 'section' | 'centre'
      readonly place: string
      readonly town: string
    })
  /** A substitute who is not there, is of another town, or is the person who is away. */
  | (At & {
      readonly kind: 'substitute-unknown'
      readonly person: string
      readonly substitute: string
      readonly town: string
    })
  /** The same post in the same place held twice on the same day. */
  | (At & {
      readonly kind: 'holding-repeated'
      readonly person: string
      readonly post: string
      readonly other: JsonPath
    })
