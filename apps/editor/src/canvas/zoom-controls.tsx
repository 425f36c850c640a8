import { useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../controls/icon-button.tsx'
import { useWording } from '../wording/use-wording.ts'

/** How large the drawing is shown. */
export function ZoomControls() {
  const flow = useReactFlow()
  const zoom = useStore((it) => it.transform[2])
  const { t } = useWording()
  return (
    <div className="zoom">
      <IconButton label={t('tools.zoomOut')} onPress={() => void flow.zoomOut()}>
        <Minus size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <span className="zoom-figure">{Math.round(zoom * 100)}%</span>
      <IconButton label={t('tools.zoomIn')} onPress={() => void flow.zoomIn()}>
        <Plus size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        label={t('tools.fit')}
        onPress={() =>
          void flow.fitView({
            padding: { left: '60px', right: '16px', top: '16px', bottom: '16px' },
          })
        }
      >
        <Maximize size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  )
}
