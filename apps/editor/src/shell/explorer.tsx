import type { ItemList } from '@yichuang/engine'
import { ChevronDown, Search } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Disclosure,
  DisclosurePanel,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
} from 'react-aria-components'
import { DoorPlate } from '../canvas/plate.tsx'
import { type ExplorerItem, explorerItems } from '../reading/explorer-items.ts'
import { sectionsAtWork } from '../reading/sections-at-work.ts'
import { useReading, useWorkspace } from '../reading/use-reading.ts'
import { useSession, useView } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { useWording } from '../wording/use-wording.ts'

const LISTS: readonly ItemList[] = ['power', 'public-service', 'territorial']

/** The service items in their three lists, and the sections that the shown one passes. */
export function Explorer() {
  const { t, name } = useWording()
  const workspace = useWorkspace()
  const checked = useSignal(useSession().findings)
  const [sought, setSought] = useState('')
  const items = workspace ? explorerItems(workspace, checked.findings) : []
  const shown = items.filter(({ title }) =>
    name(title).toLowerCase().includes(sought.toLowerCase()),
  )
  return (
    <aside className="left" aria-label={t('explorer.label')}>
      <SearchField
        aria-label={t('explorer.search')}
        className="search"
        value={sought}
        onChange={setSought}
      >
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <Input placeholder={t('explorer.search')} id="explorer-search" />
      </SearchField>
      <div className="explorer-lists">
        {LISTS.map((list) => (
          <ItemGroup
            key={list}
            list={list}
            items={shown.filter((item) => item.list === list)}
            isSearched={sought !== ''}
          />
        ))}
      </div>
      <SectionList />
    </aside>
  )
}

interface GroupProps {
  readonly list: ItemList
  readonly items: readonly ExplorerItem[]
  readonly isSearched: boolean
}

/** One of the three lists. An empty one is shown too, except among the hits of a search. */
function ItemGroup({ list, items, isSearched }: GroupProps) {
  const session = useSession()
  const { item: open } = useView()
  const { t, name } = useWording()
  if (items.length === 0 && isSearched) return null
  return (
    <Disclosure defaultExpanded className="group">
      <Heading level={2} className="group-head">
        <Button slot="trigger" className="group-button">
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          <b>{t(`list.${list}`)}</b>
          <span className="group-count">{items.length}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <ListBox
          renderEmptyState={() => <p className="hint group-none">{t('explorer.none')}</p>}
          aria-label={t(`list.${list}`)}
          selectionMode="single"
          selectedKeys={open === null ? [] : [open]}
          onAction={(key) => session.openItem(String(key))}
          onSelectionChange={(keys) => {
            for (const key of keys) session.openItem(String(key))
          }}
          items={items.map((item) => ({ ...item, key: item.id }))}
        >
          {(item) => (
            <ListBoxItem
              id={item.id}
              className="item"
              textValue={name(item.title)}
              isDisabled={!item.hasWorkflow}
            >
              <span
                className={`dot is-${item.standing}`}
                title={t(`explorer.standing.${item.standing}`)}
              />
              <span className="cut" title={name(item.title)}>
                {name(item.title)}
              </span>
              {item.gaps > 0 && (
                <span className="count is-gap" title={t('explorer.gaps', { n: item.gaps })}>
                  {item.gaps}
                </span>
              )}
              {item.warnings > 0 && (
                <span
                  className="count is-warning"
                  title={t('explorer.warnings', { n: item.warnings })}
                >
                  {item.warnings}
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </DisclosurePanel>
    </Disclosure>
  )
}

function SectionList() {
  const reading = useReading()
  const { t } = useWording()
  const atWork = reading ? sectionsAtWork(reading) : []
  if (atWork.length === 0) return null
  return (
    <section className="sections" aria-label={t('explorer.sections')}>
      <div className="group-head is-plain">
        <b>{t('explorer.sections')}</b>
        <span className="group-count">{t('explorer.steps')}</span>
      </div>
      <ul>
        {atWork.map(({ plate, steps }) => (
          <li key={plate.full}>
            <DoorPlate plate={plate} />
            <span className="sections-steps">{steps}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
