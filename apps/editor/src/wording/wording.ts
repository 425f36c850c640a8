import type { Texts } from '@yichuang/engine'
import { createInstance } from 'i18next'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Language = 'zh' | 'en'

type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Paths<T[K], `${P}${K}.`>
}[keyof T & string]

/** A key of the string tables: `canvas.addStep`. */
export type Words = Paths<typeof zh>

export type Fill = Readonly<Record<string, string | number>>

/** The words of one language. */
export interface Wording {
  readonly language: Language
  t(key: Words, fill?: Fill): string
  /** Whether the tables know the key: for words that go by a kind found in data. */
  has(key: string): key is Words
  /** A title of the workspace in this language; Chinese stands in where English is missing. */
  name(texts: Texts | undefined, fallback?: string): string
}

const tables = createInstance()
void tables.init({
  initAsync: false,
  lng: 'zh',
  fallbackLng: false,
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
})

export function wordingIn(language: Language): Wording {
  const fixed = tables.getFixedT(language)
  return {
    language,
    t: (key, fill) => fixed(key, { ...fill, ...countOf(fill) }),
    has: (key): key is Words => tables.exists(key, { lng: language }),
    name: (texts, fallback = '') => texts?.[language] ?? texts?.zh ?? fallback,
  }
}

/** The number that decides between one and many: English keeps the words for one under `…_one`. */
function countOf(fill: Fill | undefined): { readonly count?: number } {
  const n = fill?.['n']
  return typeof n === 'number' ? { count: n } : {}
}
