import { TextInput } from '../controls/text-input.tsx'
import { basisWords } from '../reading/basis-words.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useWording } from '../wording/use-wording.ts'

interface Props {
  readonly label: string
  readonly basis: string
  readonly reading: Reading
  readonly onCommit: (basis: string) => void
}

/** A citation: its code can be typed, its words are read below. */
export function BasisInput({ label, basis, reading, onCommit }: Props) {
  const { t } = useWording()
  const words = basisWords(basis, reading.sources, reading.wording)
  return (
    <div className="basis-input">
      <TextInput
        label={label}
        value={basis}
        placeholder={t('basis.placeholder')}
        onCommit={onCommit}
      />
      {words !== basis && <p className="hint">{words}</p>}
    </div>
  )
}
