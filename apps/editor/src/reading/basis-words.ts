import type { Catalogue, Texts } from '@yichuang/engine'
import type { Wording } from '../wording/wording.ts'

/**
 * A citation in words: `F01 art.42(1)` names the source by its title. What is not a known source
 * stays as it was written.
 */
export function basisWords(basis: string, sources: Catalogue['sources'], wording: Wording): string {
  const { source: id, article: cited } = basisParts(basis)
  const source = sources?.[id]
  if (!source) return basis
  const title = sourceTitle(source.title, wording)
  const [, article = '', paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(cited) ?? []
  if (article === '') return title
  return paragraph === undefined
    ? wording.t('basis.article', { title, article })
    : wording.t('basis.paragraph', { title, article, paragraph })
}

/** The source and the article of a citation: `F01 art.42(1)` is `F01` and `42(1)`. */
export function basisParts(basis: string): { readonly source: string; readonly article: string } {
  const [, source = '', article = ''] = CITATION.exec(basis.trim()) ?? []
  return { source, article }
}

/** The citation of an article, `42` or `42(1)`; what is no article is left out. */
export function basisText(source: string, article: string): string {
  const text = `${source} art.${article.trim()}`
  return CITATION.test(text) ? text : source
}

const CITATION = /^(\S+?)(?: art\.(\d+(?:\(\d+\))?))?$/

/** What a source is called, without the year of its edition. */
export function sourceTitle(title: Texts, wording: Wording): string {
  return withoutEdition(wording.name(title))
}

/** The title without the year of its edition, which stands in brackets behind it. */
function withoutEdition(title: string): string {
  return title.replace(/\s*[(（][^)）]*\d{4}[^)）]*[)）]\s*$/, '')
}
