import { PencilRuler, Play } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Mode } from '../document/view-state.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

const MODES: readonly (readonly [Mode, typeof Play])[] = [
  ['design', PencilRuler],
  ['walk', Play],
]

/** Below this width the explanation would leave too little of the drawing: it opens on demand. */
const WIDE = 1280

/** What the editor is used for: drawing the workflow, or walking a case through it. */
export function ModeSwitch() {
  const session = useSession()
  const { mode } = useView()
  const { t } = useWording()
  return (
    <ToggleButtonGroup
      className="modes"
      aria-label={t('mode.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => {
        const next = MODES.find(([id]) => keys.has(id))?.[0]
        if (next === undefined) return
        const isInspectorOpen = next === 'design' || window.innerWidth >= WIDE
        session.show({ mode: next, connectingFrom: null, isExplorerOpen: false, isInspectorOpen })
      }}
    >
      {MODES.map(([id, Icon]) => (
        <ToggleButton key={id} id={id} aria-label={t(`mode.${id}`)}>
          <Icon size={15} strokeWidth={1.75} aria-hidden />
          <span>{t(`mode.${id}`)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
