import { X } from 'lucide-react'
import { IconButton } from '../controls/icon-button.tsx'
import { stepOf } from '../document/block.ts'
import type { EditRefusal } from '../document/refusal.ts'
import type { Notice } from '../document/session.ts'
import { useReading } from '../reading/use-reading.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useSession } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { useWording } from '../wording/use-wording.ts'
import type { Wording } from '../wording/wording.ts'

/** What the last command or save has to say. It is read out, and goes away with the next one. */
export function NoticeBar() {
  const session = useSession()
  const notice = useSignal(session.notice)
  const reading = useReading()
  const wording = useWording()
  const words = notice && noticeWords(notice, reading, wording)
  return (
    <div className="notice-place" role="status">
      {words && (
        <div className="notice">
          <span>{words}</span>
          <IconButton label={wording.t('notice.close')} onPress={() => session.notice.set(null)}>
            <X size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}

function noticeWords(notice: Notice, reading: Reading | null, wording: Wording): string | null {
  if (notice.kind === 'refused') return refusalWords(notice.refusal, reading, wording)
  if (notice.kind === 'taken') return wording.t('notice.taken', { path: notice.path })
  const { failed, written } = notice.report
  const first = failed[0]
  if (first) return wording.t(`save.${first.why}`, { path: first.path })
  return written.length > 0 ? wording.t('save.done', { n: written.length }) : null
}

/** Why a command changed nothing, with its steps by name. */
function refusalWords(refusal: EditRefusal, reading: Reading | null, wording: Wording): string {
  const named = (id: string | undefined) =>
    id === undefined
      ? ''
      : wording.name(reading ? stepOf(reading.workflow, id)?.title : undefined, id)
  const facts = { step: '', target: '', ...refusal }
  return wording.t(`refusal.${refusal.kind}`, {
    ...facts,
    step: named(facts.step),
    target: named(facts.target),
  })
}
