import type { Evidence } from './evidence.ts'
import type { Texts } from './texts.ts'

/** The three lists: 行政权力 公共服务 “属地管理”. */
export type ItemList = 'power' | 'public-service' | 'territorial'

export interface ItemLimit {
  readonly value: number
  readonly unit: 'working-day' | 'day' | 'hour' | 'month'
  readonly basis: string
  readonly note?: Texts
  readonly evidence?: Evidence
}

/** `required` 必要 · `optional` · `conditional` 视情形 · `deferrable` 可容缺 · `shared` 共享免提交 · `commitment` 告知承诺替代 */
export type Necessity =
  | 'required'
  | 'optional'
  | 'conditional'
  | 'deferrable'
  | 'shared'
  | 'commitment'

export interface Material {
  readonly title: Texts
  readonly necessity: Necessity
  /** FEEL over the workflow's fields, for `conditional`. */
  readonly when?: string
  readonly form?: 'paper' | 'electronic' | 'either'
  readonly copies?: number
  readonly basis?: string
  readonly evidence?: Evidence
}

/** A service item 政务服务事项: an entry of a list, handled by a workflow. */
export interface Item {
  readonly title: Texts
  readonly list: ItemList
  readonly workflow: string
  /** Demo codes start with `DEMO-`; real ones are never invented. */
  readonly catalogCode?: string
  readonly taskCode?: string
  /** Item type of GB/T 39046—2020 A.1. */
  readonly itemType?: string
  readonly version?: number
  readonly legalBasis?: readonly {
    readonly basis: string
    readonly note?: Texts
    readonly evidence?: Evidence
  }[]
  readonly exerciseLevel?: 'national' | 'province' | 'city' | 'county' | 'town' | 'village'
  readonly powerSource?: 'statutory' | 'granted' | 'authorised' | 'entrusted'
  readonly entrustingDept?: Texts
  readonly implementingBody?: {
    readonly name: Texts
    readonly code?: string | null
    readonly nature?: string
  }
  readonly coHandlingBodies?: readonly Texts[]
  readonly serviceTargets?: readonly (
    | 'natural-person'
    | 'enterprise'
    | 'institution'
    | 'social-organisation'
    | 'organ'
    | 'other'
  )[]
  readonly caseType?: 'on-the-spot' | 'promised' | 'other'
  readonly handlingMode?: 'self' | 'joint' | 'forward-up' | 'preliminary'
  readonly statutoryLimit?: ItemLimit
  readonly promisedLimit?: ItemLimit
  readonly acceptanceConditions?: Texts
  readonly specialProcedures?: readonly Texts[]
  readonly quantityLimit?: Texts
  readonly isCharged?: boolean
  readonly result?: {
    readonly name: Texts
    readonly type: 'certificate' | 'approval' | 'other' | 'none'
  }
  readonly channels?: readonly ('window' | 'online' | 'mobile' | 'courier')[]
  readonly visitsRequired?: number
  readonly materials?: Readonly<Record<string, Material>>
  /** What the county does and what the town does: territorial items. */
  readonly division?: { readonly county: Texts; readonly town: Texts }
  readonly effectiveFrom?: string
  readonly effectiveTo?: string
  readonly note?: Texts
  readonly evidence?: Evidence
}

/** A source of law or fact that `basis` strings cite by id: `F01 art.42`. */
export interface Source {
  readonly title: Texts
  readonly evidence?: Evidence
}

/** Service items and the sources they cite. */
export interface Catalogue {
  readonly $schema?: string
  readonly format: 1
  readonly items: Readonly<Record<string, Item>>
  readonly sources?: Readonly<Record<string, Source>>
}
