import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWording } from '../wording/use-wording.ts'

/** Works of others in the interface, with their licences, as NOTICE.md names them. */
const CREDITS = [
  ['React Flow', 'MIT', 'reactflow.dev'],
  ['Lucide', 'ISC', 'lucide.dev'],
  ['React Aria', 'Apache-2.0', 'react-spectrum.adobe.com'],
] as const

/** Whose work the interface stands on. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWording()
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{t('about.title')}</Heading>
          <p className="dialog-sentence">{t('about.sentence')}</p>
          <ul className="credits" lang="en">
            {CREDITS.map(([name, licence, site]) => (
              <li key={name}>
                <b>{name}</b>
                <span className="code">{site}</span>
                <span className="chip">{licence}</span>
              </li>
            ))}
          </ul>
          <div className="dialog-buttons">
            <Button className="btn is-large" autoFocus onPress={onClose}>
              {t('about.close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
