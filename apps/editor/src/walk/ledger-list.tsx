import { Search } from 'lucide-react'
import { useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { dayOf, timeOf } from './days.ts'
import { ledgerOf, type Walk } from './walk.ts'
import { type Entry, entryOf, type Tongue } from './walk-words.ts'

/** What happened, the latest first. */
export function LedgerList({ walk, tongue }: { readonly walk: Walk; readonly tongue: Tongue }) {
  const session = useSession()
  const { t } = useWording()
  const [sought, setSought] = useState('')
  const entries = ledgerOf(walk).map((event) => ({ event, entry: entryOf(event, tongue) }))
  const shown = entries
    .filter(({ entry }) => textOf(entry).toLowerCase().includes(sought.toLowerCase()))
    .reverse()
  return (
    <div className="ledger">
      <SearchField
        aria-label={t('walk.ledger.filter')}
        className="search ledger-search"
        value={sought}
        onChange={setSought}
      >
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <Input placeholder={t('walk.ledger.filter')} />
      </SearchField>
      <table>
        <thead>
          <tr>
            <th>{t('walk.ledger.seq')}</th>
            <th>{t('walk.ledger.date')}</th>
            <th>{t('walk.ledger.who')}</th>
            <th>{t('walk.ledger.what')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ event, entry }) => {
            const step = event.subject?.split('#')[0]
            return (
              <tr
                key={entry.seq}
                onClick={() =>
                  step !== undefined && !step.includes('.') && session.select({ step })
                }
              >
                <td>{entry.seq}</td>
                <td>
                  {dayOf(entry.at)} {timeOf(entry.at)}
                </td>
                <td>{entry.who}</td>
                <td>
                  {entry.what}
                  {entry.more.length > 0 && (
                    <span className="hint"> {entry.more.join(t('list.dot'))}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown.length === 0 && <p className="hint is-padded">{t('walk.ledger.none')}</p>}
    </div>
  )
}

function textOf({ who, what, more, at }: Entry): string {
  return [at, who, what, ...more].join(' ')
}
