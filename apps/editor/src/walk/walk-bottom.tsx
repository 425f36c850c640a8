import type { ClockFace } from '@yichuang/engine'
import { useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { CalendarRuler } from './calendar-ruler.tsx'
import { ClockFigures } from './clock-figures.tsx'
import { LedgerList } from './ledger-list.tsx'
import { Transport } from './transport.tsx'
import { useDeskState, useTongue } from './use-walk.ts'
import { caseOf, ledgerOf, type Walk } from './walk.ts'
import type { Tongue } from './walk-words.ts'

/** Time and ledger of the case that is walked. */
export function WalkBottom() {
  const { walk } = useDeskState()
  const tongue = useTongue(walk)
  const { t } = useWording()
  return (
    <section className="bottom is-open walk-bottom" aria-label={t('walk.transport.label')}>
      {walk && tongue ? (
        <Running walk={walk} tongue={tongue} />
      ) : (
        <p className="hint is-padded">{t('walk.clocks.waiting')}</p>
      )}
    </section>
  )
}

function Running({ walk, tongue }: { readonly walk: Walk; readonly tongue: Tongue }) {
  const { t } = useWording()
  const { selection } = useView()
  const [tab, setTab] = useState<'time' | 'ledger'>('time')
  const kase = caseOf(walk)
  const faces = useMemo(
    () => twoOf(walk.engine.clocks(kase, walk.at)),
    [walk.engine, kase, walk.at],
  )
  const open = Object.keys(kase.tasks)
  const step = open.find((it) => it === selection?.step) ?? open[0] ?? null
  return (
    <>
      <Transport walk={walk} tongue={tongue} />
      <div className="walk-time">
        <ClockFigures walk={walk} tongue={tongue} faces={faces} />
        <Tabs
          className="walk-tabs"
          orientation="vertical"
          selectedKey={tab}
          onSelectionChange={(key) => setTab(key === 'ledger' ? 'ledger' : 'time')}
        >
          <TabPanel id="time" className="walk-tab-panel">
            <CalendarRuler walk={walk} tongue={tongue} faces={faces} step={step} />
          </TabPanel>
          <TabPanel id="ledger" className="walk-tab-panel">
            <LedgerList walk={walk} tongue={tongue} />
          </TabPanel>
          <TabList className="walk-tab-list" aria-label={t('walk.ledger.label')}>
            <Tab id="time" className="walk-tab">
              {t('walk.ledger.ruler')}
            </Tab>
            <Tab id="ledger" className="walk-tab">
              {t('walk.ledger.label')}{' '}
              <span className="walk-tab-count">{ledgerOf(walk).length}</span>
            </Tab>
          </TabList>
        </Tabs>
      </div>
    </>
  )
}

/** The clocks that are shown: running ones first, the statutory one above. */
function twoOf(faces: readonly ClockFace[]): readonly ClockFace[] {
  const running = faces.filter(({ endedAt }) => endedAt === undefined)
  const shown = running.length > 0 ? running : faces
  const rank = ({ clock }: ClockFace) => (clock.endsWith('.statutory') ? 0 : 1)
  return [...shown].sort((a, b) => rank(a) - rank(b)).slice(0, 2)
}
