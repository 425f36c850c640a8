import type { Texts } from '@yichuang/engine'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Locale = 'zh' | 'en'
export type WordingKey = keyof typeof zh
export type Facts = Readonly<Record<string, string | number | null | undefined>>

/** The words of one language. All of them stand in `zh.ts` and `en.ts` and the tables beside them. */
export interface Wording {
  readonly locale: Locale
  /** Fills `{fact}`; a part in `«…»` is left out when one of its facts is missing. */
  say(key: WordingKey, facts?: Facts): string
  /** A sentence made of a key that data gives; null where the table has none. */
  find(key: string, facts?: Facts): string | null
  /** A title in this language, else in Chinese, else the id. */
  title(texts: Texts | undefined, id: string): string
  list(items: readonly string[]): string
  quote(text: string): string
}

const TABLES: Readonly<Record<Locale, Readonly<Record<WordingKey, string>>>> = { zh, en }

export function wordingOf(locale: Locale): Wording {
  const table = TABLES[locale]
  const find = (key: string, facts: Facts = {}): string | null =>
    isKey(key) ? fill(table[key], facts) : null
  return {
    locale,
    find,
    say: (key, facts = {}) => fill(table[key], facts),
    title: (texts, id) => (locale === 'en' ? (texts?.en ?? texts?.zh) : texts?.zh) ?? id,
    list: (items) => items.join(table['word.comma']),
    quote: (text) => fill(table['word.quoted'], { text }),
  }
}

function isKey(key: string): key is WordingKey {
  return Object.hasOwn(zh, key)
}

function fill(template: string, facts: Facts): string {
  const isMissing = (name: string): boolean => {
    const fact = facts[name]
    return fact === undefined || fact === null || fact === ''
  }
  return template
    .replace(/«([^»]*)»/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => isMissing(name)) ? '' : part,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
