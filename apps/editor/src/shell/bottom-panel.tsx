import { ChevronDown, ChevronUp, History, ListChecks } from 'lucide-react'
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useDocumentState, useSession, useView } from '../session-context.ts'
import { useSignal } from '../use-signal.ts'
import { useWording } from '../wording/use-wording.ts'
import { HistoryList } from './history-list.tsx'
import { Problems } from './problems.tsx'

/** Problems and history, below the canvas. On a small screen it opens over it. */
export function BottomPanel() {
  const session = useSession()
  const { bottomTab, isBottomOpen } = useView()
  const { past } = useDocumentState()
  const checked = useSignal(session.findings)
  const { t } = useWording()
  return (
    <section className={isBottomOpen ? 'bottom is-open' : 'bottom'} aria-label={t('bottom.label')}>
      <Tabs
        selectedKey={bottomTab}
        onSelectionChange={(key) =>
          session.show({
            bottomTab: key === 'history' ? 'history' : 'problems',
            isBottomOpen: true,
          })
        }
      >
        <div className="tabs-row">
          <TabList className="tabs" aria-label={t('bottom.label')}>
            <Tab id="problems" className="tab">
              <ListChecks size={15} strokeWidth={1.75} aria-hidden />
              {t('problems.tab', { n: checked.findings.length })}
            </Tab>
            <Tab id="history" className="tab">
              <History size={15} strokeWidth={1.75} aria-hidden />
              {t('history.tab', { n: past.length })}
            </Tab>
          </TabList>
          <span className="tabs-note">{t('problems.scope', { n: checked.towns })}</span>
          <Button
            className="btn is-quiet is-icon"
            aria-label={t(isBottomOpen ? 'bottom.close' : 'bottom.open')}
            onPress={() => session.show({ isBottomOpen: !isBottomOpen })}
          >
            {isBottomOpen ? (
              <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
            ) : (
              <ChevronUp size={16} strokeWidth={1.75} aria-hidden />
            )}
          </Button>
        </div>
        <TabPanel id="problems" className="tab-panel">
          <Problems />
        </TabPanel>
        <TabPanel id="history" className="tab-panel">
          <HistoryList />
        </TabPanel>
      </Tabs>
    </section>
  )
}
