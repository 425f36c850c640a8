import { leadOf } from '@yichuang/engine'
import { Pick } from '../controls/pick.tsx'
import { useWorkspace } from '../reading/use-reading.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

interface Props {
  readonly duty: string
  readonly reading: Reading
  /** From when the section holds the duty; without it, from the day that the editor shows. */
  readonly from?: string
}

/**
 * Assigns a duty that nobody holds in the chosen town to one of the town's sections; the one that the
 * directory proposes stands first.
 */
export function BindPick({ duty, reading, from }: Props) {
  const session = useSession()
  const workspace = useWorkspace()
  const { t, name } = useWording()
  const { proposed } = leadOf(reading.directory, reading.town, duty, from ?? reading.day)
  const centres = Object.values(workspace?.directory.towns[reading.town]?.centres ?? {})
  const sections = centres.flatMap((centre) =>
    Object.entries(centre.sections)
      .filter(([, section]) => section.active !== false)
      .map(([id, section]) => ({
        id,
        code: name(centre.short ?? centre.title),
        label:
          id === proposed
            ? t('vacancy.proposed', { section: name(section.title) })
            : name(section.title),
      })),
  )
  return (
    <Pick
      label={t('vacancy.bind')}
      value={null}
      placeholder={t('vacancy.bind')}
      choices={[...sections].sort((a, b) => Number(b.id === proposed) - Number(a.id === proposed))}
      onPick={(section) => session.bindDuty(reading.town, duty, section, from)}
    />
  )
}
