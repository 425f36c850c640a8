import { Pick } from '../controls/pick.tsx'
import { TextInput } from '../controls/text-input.tsx'
import { basisParts, basisText, basisWords, sourceTitle } from '../reading/basis-words.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useWording } from '../wording/use-wording.ts'

interface Props {
  readonly label: string
  readonly basis: string
  readonly reading: Reading
  readonly onCommit: (basis: string) => void
}

/** A citation: the source from the catalogue and its article; a source not listed there is plain text. */
export function BasisInput({ label, basis, reading, onCommit }: Props) {
  const { t } = useWording()
  const { sources = {}, wording } = reading
  const { source, article } = basisParts(basis)
  if (basis !== '' && !Object.hasOwn(sources, source)) {
    return (
      <div className="basis-input">
        <TextInput label={label} value={basis} onCommit={onCommit} />
      </div>
    )
  }
  const choices = Object.entries(sources).map(([id, { title }]) => ({
    id,
    label: sourceTitle(title, wording),
    ...(/^F\d/.test(id) && { code: id }),
  }))
  return (
    <div className="basis-input">
      <Pick
        label={label}
        value={source === '' ? null : source}
        choices={choices}
        placeholder={t('basis.placeholder')}
        onPick={(id) => onCommit(basisText(id, ''))}
      />
      {source !== '' && (
        <TextInput
          label={t('basis.articleLabel')}
          value={article}
          placeholder={t('basis.articlePlaceholder')}
          onCommit={(text) => onCommit(basisText(source, text))}
        />
      )}
      {source !== '' && <p className="hint">{basisWords(basis, sources, wording)}</p>}
    </div>
  )
}
