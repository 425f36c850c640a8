import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { KindIcon } from '../canvas/kind-icon.tsx'
import { stepsOf } from '../document/block.ts'
import { useReading, useWorkspace } from '../reading/use-reading.ts'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** Finds a step of the shown workflow, an item, or a town, and goes there. */
export function Finder({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const reading = useReading()
  const workspace = useWorkspace()
  const { t, name } = useWording()
  const { contains } = useFilter({ sensitivity: 'base' })
  const steps = reading ? stepsOf(reading.workflow) : []
  const items = Object.entries(workspace?.catalogue.items ?? {}).filter(
    ([, item]) => item.workflow in (workspace?.workflows ?? {}),
  )
  const towns = workspace?.info.towns ?? []
  const go = (key: string) => {
    const [kind, id = ''] = key.split(' ')
    if (kind === 'step') session.select({ step: id })
    if (kind === 'item') session.openItem(id)
    if (kind === 'town') session.show({ town: id })
    onClose()
  }
  return (
    <ModalOverlay
      className="overlay is-top"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal is-finder">
        <Dialog className="finder" aria-label={t('top.find')}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={t('top.find')} className="finder-field" autoFocus>
              <Input className="inp is-large" placeholder={t('finder.placeholder')} />
            </SearchField>
            <ListBox
              className="list is-finder"
              aria-label={t('top.find')}
              onAction={(key) => go(String(key))}
              renderEmptyState={() => <p className="hint is-padded">{t('finder.nothing')}</p>}
            >
              {steps.map(([id, step]) => (
                <ListBoxItem
                  key={id}
                  id={`step ${id}`}
                  className="list-row"
                  textValue={name(step.title, id)}
                >
                  <KindIcon kind={step.kind} size={14} />
                  <span>{name(step.title, id)}</span>
                  <span className="code">{t(`kind.${step.kind}`)}</span>
                </ListBoxItem>
              ))}
              {items.map(([id, item]) => (
                <ListBoxItem
                  key={id}
                  id={`item ${id}`}
                  className="list-row"
                  textValue={name(item.title)}
                >
                  <span>{name(item.title)}</span>
                  <span className="code">{t(`list.${item.list}`)}</span>
                </ListBoxItem>
              ))}
              {towns.map((id) => {
                const title = name(workspace?.directory.towns[id]?.title, id)
                return (
                  <ListBoxItem key={id} id={`town ${id}`} className="list-row" textValue={title}>
                    <span>{title}</span>
                    <span className="code">{t('top.town')}</span>
                  </ListBoxItem>
                )
              })}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
