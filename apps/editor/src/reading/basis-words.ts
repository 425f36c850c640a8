import type { Catalogue } from '@yichuang/engine'
import type { Wording } from '../wording/wording.ts'

/**
 * A citation in words: `F01 art.42(1)` names the source by its title. What is not a known source
 * stays as it was written.
 */
export function basisWords(basis: string, sources: Catalogue['sources'], wording: Wording): string {
  const [, id = '', article, paragraph] =
    /^(\S+?)(?: art\.(\d+)(?:\((\d+)\))?)?$/.exec(basis.trim()) ?? []
  const source = sources?.[id]
  if (!source) return basis
  const title = withoutEdition(wording.name(source.title))
  if (article === undefined) return title
  return paragraph === undefined
    ? wording.t('basis.article', { title, article })
    : wording.t('basis.paragraph', { title, article, paragraph })
}

/** The title without the year of its edition, which stands in brackets behind it. */
function withoutEdition(title: string): string {
  return title.replace(/\s*[(（][^)）]*\d{4}[^)）]*[)）]\s*$/, '')
}
