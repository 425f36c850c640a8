import { useState } from 'react'
import {
  Button,
  Dialog,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import type { Unsaved } from '../document/session.ts'
import { useSession, useView } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { useWording } from '../wording/use-wording.ts'
import type { ReleaseRefusal, ReleaseRequest } from '../workspace/port.ts'

type Outcome =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working' }
  | { readonly kind: 'published'; readonly number: number; readonly path: string }
  | ReleaseRefusal
  | Unsaved

/** Publishes a release: a note, a day, and two persons. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const { day } = useView()
  const { findings } = useSignal(session.findings)
  const { t } = useWording()
  const [request, setRequest] = useState<ReleaseRequest>({
    note: '',
    preparedBy: '',
    approvedBy: '',
    effectiveFrom: day,
  })
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'asking' })
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const isSamePerson = request.preparedBy !== '' && request.preparedBy === request.approvedBy
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(request.effectiveFrom)
  const [override, setOverride] = useState('')
  const isComplete =
    Object.values(request).every((text) => text.trim() !== '') &&
    (errors === 0 || override.trim() !== '') &&
    !isSamePerson &&
    isDay
  const publish = async () => {
    setOutcome({ kind: 'working' })
    const answer = await session.publish(
      errors === 0 ? request : { ...request, override: override.trim() },
    )
    setOutcome(answer.ok ? { kind: 'published', ...answer.value } : answer.error)
  }
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{t('publish.title')}</Heading>
          <p className="dialog-sentence">
            {errors > 0 ? t('publish.errors', { n: errors }) : t('publish.clean')}
          </p>
          {(['note', 'preparedBy', 'approvedBy', 'effectiveFrom'] as const).map((key) => (
            <TextField
              key={key}
              className="dialog-field"
              value={request[key]}
              onChange={(text) => setRequest({ ...request, [key]: text })}
            >
              <Label>{t(`publish.${key}`)}</Label>
              <Input
                className="inp is-large"
                placeholder={key === 'effectiveFrom' ? t('publish.dayFormat') : ''}
              />
            </TextField>
          ))}
          {errors > 0 && (
            <TextField className="dialog-field" value={override} onChange={setOverride}>
              <Label>{t('publish.override')}</Label>
              <Input className="inp is-large" placeholder={t('publish.overrideHint')} />
            </TextField>
          )}
          <div className="dialog-outcome" role="status">
            {isSamePerson && <p className="is-error">{t('publish.twoPersons')}</p>}
            <OutcomeWords outcome={outcome} />
          </div>
          <div className="dialog-buttons">
            <Button className="btn is-large" autoFocus onPress={onClose}>
              {t(outcome.kind === 'published' ? 'publish.close' : 'publish.notYet')}
            </Button>
            <Button
              className="btn is-primary is-large"
              isDisabled={!isComplete || outcome.kind === 'working' || outcome.kind === 'published'}
              onPress={() => void publish()}
            >
              {t('publish.publish')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useWording()
  switch (outcome.kind) {
    case 'asking':
      return null
    case 'working':
      return <p>{t('publish.working')}</p>
    case 'published':
      return (
        <p className="is-ok">{t('publish.done', { number: outcome.number, path: outcome.path })}</p>
      )
    case 'findings':
      return <p className="is-error">{t('publish.refused', { n: outcome.findings.length })}</p>
    case 'unreadable':
    case 'cannot-write':
    case 'not-saved':
      return <p className="is-error">{t(`publish.${outcome.kind}`)}</p>
    case 'not-allowed':
    case 'no-answer':
      return <p className="is-error">{t(`unreachable.${outcome.kind}`)}</p>
  }
}
