import type { Evidence } from './evidence.ts'
import type { Texts } from './texts.ts'

/** A second public face of a centre 加挂牌子: same people, another name, its own seal. */
export interface Nameplate {
  readonly title: Texts
  readonly seal?: boolean
  readonly evidence?: Evidence
}

/** A section 股室 of a centre. */
export interface Section {
  readonly title: Texts
  /** Short name for cards. */
  readonly short?: Texts
  /** The other name, where a source gives two. */
  readonly alias?: Texts
  /** `false`: a placeholder that nobody has named yet; it takes no duty. */
  readonly active?: boolean
  readonly from?: string
  readonly to?: string
  readonly note?: Texts
  readonly evidence?: Evidence
}

/** A centre, a retained station, or the town government itself. */
export interface Centre {
  readonly title: Texts
  readonly short?: Texts
  readonly kind: 'centre' | 'station' | 'organ'
  readonly rank?: Texts
  readonly nameplates?: Readonly<Record<string, Nameplate>>
  /** Approved posts 编制. */
  readonly quota?: { readonly value: number; readonly evidence?: Evidence }
  readonly sections: Readonly<Record<string, Section>>
  readonly note?: Texts
  readonly evidence?: Evidence
}

/**
 * Who holds a duty in a town, from a day until a day (inclusive; absent: open-ended).
 * `lead` answers for it; `joins` helps; `proposed` is a suggestion that binds nobody.
 */
export interface Binding {
  readonly duty: string
  readonly section: string
  readonly part: 'lead' | 'joins' | 'proposed'
  readonly from?: string
  readonly to?: string
  readonly basis?: string
  readonly note?: Texts
  readonly evidence?: Evidence
}

export interface Town {
  readonly title: Texts
  /** Administrative division code; null while unknown. */
  readonly division?: string | null
  readonly centres: Readonly<Record<string, Centre>>
  readonly bindings: readonly Binding[]
  readonly note?: Texts
}

export interface Duty {
  readonly title: Texts
  readonly note?: Texts
  readonly evidence?: Evidence
}

/** A post 岗位, held in one section, in a whole centre, or in the whole town. */
export interface Post {
  readonly title: Texts
  readonly level: 'section' | 'centre' | 'town'
  readonly evidence?: Evidence
}

/** A body outside the town's sections. */
export interface Body {
  readonly title: Texts
  readonly evidence?: Evidence
}

/** Towns, centres, sections, duties and who holds which. Extended or closed by date, never rewritten. */
export interface Directory {
  readonly $schema?: string
  readonly format: 1
  readonly edition: number
  readonly duties: Readonly<Record<string, Duty>>
  readonly posts: Readonly<Record<string, Post>>
  readonly bodies?: Readonly<Record<string, Body>>
  readonly towns: Readonly<Record<string, Town>>
}
