import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { IconButton } from '../controls/icon-button.tsx'
import { Pick } from '../controls/pick.tsx'
import { TextInput } from '../controls/text-input.tsx'
import { setDocuments, setMaterials } from '../document/commands/edit-step.ts'
import { useWorkspace } from '../reading/use-reading.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { Section, type SectionProps } from './section.tsx'

/** The materials looked at in the step and the documents that it makes. */
export function PapersSection({ id, step, reading }: SectionProps) {
  const session = useSession()
  const { t, name } = useWording()
  const workspace = useWorkspace()
  const { item } = useView()
  if (step.kind !== 'task' && step.kind !== 'wait') return null
  const materials = (item !== null && workspace?.catalogue.items[item]?.materials) || {}
  const asked = step.kind === 'task' ? (step.materials ?? []) : []
  const made = step.documents ?? []
  const titleOf = (doc: string) => name(reading.workflow.documents?.[doc]?.title, doc)
  const left = Object.keys(materials).filter((key) => !asked.includes(key))
  return (
    <Section title={t('papers.title')}>
      {step.kind === 'task' && (
        <PaperList
          label={t('papers.materials')}
          papers={asked.map((key) => ({ id: key, title: name(materials[key]?.title, key) }))}
          onRemove={(key) =>
            session.edit('set-materials', (it) =>
              setMaterials(
                it,
                id,
                asked.filter((at) => at !== key),
              ),
            )
          }
        >
          {left.length > 0 && (
            <Pick
              label={t('papers.addMaterial')}
              value={null}
              placeholder={t('papers.addMaterial')}
              choices={left.map((key) => ({ id: key, label: name(materials[key]?.title, key) }))}
              onPick={(key) =>
                session.edit('set-materials', (it) => setMaterials(it, id, [...asked, key]))
              }
            />
          )}
        </PaperList>
      )}
      <PaperList
        label={t('papers.documents')}
        papers={made.map((doc) => ({ id: doc, title: titleOf(doc) }))}
        onRemove={(doc) =>
          session.edit('set-documents', (it) =>
            setDocuments(
              it,
              id,
              made.filter((at) => at !== doc),
            ),
          )
        }
      >
        <NewDocument
          onAdd={(title) =>
            session.edit('set-documents', (it) => setDocuments(it, id, [...made, title]))
          }
        />
      </PaperList>
    </Section>
  )
}

interface ListProps {
  readonly label: string
  readonly papers: readonly { readonly id: string; readonly title: string }[]
  readonly onRemove: (id: string) => void
  readonly children: React.ReactNode
}

function PaperList({ label, papers, onRemove, children }: ListProps) {
  const { t } = useWording()
  return (
    <div className="papers">
      <span className="row-label">{label}</span>
      <div>
        <ul>
          {papers.map(({ id, title }) => (
            <li key={id}>
              <span className="cut" title={title}>
                {title}
              </span>
              <IconButton label={t('papers.remove', { paper: title })} onPress={() => onRemove(id)}>
                <X size={14} strokeWidth={1.75} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
        {children}
      </div>
    </div>
  )
}

function NewDocument({ onAdd }: { readonly onAdd: (title: string) => void }) {
  const { t } = useWording()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button className="btn is-quiet" onPress={() => setOpen(true)}>
        <Plus size={14} strokeWidth={1.75} aria-hidden />
        {t('papers.addDocument')}
      </Button>
    )
  }
  return (
    <TextInput
      label={t('papers.addDocument')}
      value=""
      placeholder={t('papers.documentName')}
      onCommit={(title) => {
        setOpen(false)
        if (title !== '') onAdd(title)
      }}
    />
  )
}
