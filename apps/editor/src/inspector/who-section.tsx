import type { Signing, Task, Who } from '@yichuang/engine'
import { Check } from 'lucide-react'
import { DoorPlate } from '../canvas/plate.tsx'
import { Pick } from '../controls/pick.tsx'
import { setPersons, setSigning, setWho } from '../document/commands/edit-step.ts'
import { doorsOf, whosOf } from '../reading/card-face.ts'
import { type SigningChoice, signingOf } from '../reading/signing-words.ts'
import { actingFor, type Reading } from '../reading/who-plate.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { Row, Section, type SectionProps } from './section.tsx'

const ANY_POST = 'any'

/** Who acts: the duty and the post, how they sign, and what that comes to in each town. */
export function WhoSection({ id, step, reading }: SectionProps) {
  const { t } = useWording()
  if (step.kind !== 'task') return null
  return (
    <Section title={t('who.title')} hint={t('who.hint')}>
      {whosOf(step).map((who, n) => (
        <WhoRows key={JSON.stringify(who)} id={id} step={step} at={n} who={who} reading={reading} />
      ))}
      <SigningRow id={id} step={step} />
      <TownLines step={step} reading={reading} />
    </Section>
  )
}

interface WhoProps {
  readonly id: string
  readonly step: Task
  readonly at: number
  readonly who: Who
  readonly reading: Reading
}

function WhoRows({ id, step, at, who, reading }: WhoProps) {
  const session = useSession()
  const { t, name } = useWording()
  const { duties, posts } = reading.directory
  const change = (next: Who) =>
    session.edit('set-who', (workflow) => setWho(workflow, id, replaced(whosOf(step), at, next)))
  if ('duty' in who) {
    const duty = who.duty
    return (
      <>
        <Row label={t('who.duty')}>
          <Pick
            label={t('who.duty')}
            value={duty}
            choices={[...duties].map(([key, it]) => ({
              id: key,
              code: key,
              label: name(it.title),
            }))}
            onPick={(key) => change({ ...who, duty: key })}
          />
        </Row>
        <Row label={t('who.post')}>
          <Pick
            label={t('who.post')}
            value={who.post ?? ANY_POST}
            choices={[
              { id: ANY_POST, label: t('who.anyPost') },
              ...[...posts].map(([key, it]) => ({ id: key, label: name(it.title) })),
            ]}
            onPick={(key) => change(key === ANY_POST ? { duty } : { duty, post: key })}
          />
        </Row>
      </>
    )
  }
  if ('post' in who) {
    return (
      <Row label={t('who.post')}>
        <Pick
          label={t('who.post')}
          value={who.post}
          choices={[...posts]
            .filter(([, it]) => it.level === 'town')
            .map(([key, it]) => ({ id: key, label: name(it.title) }))}
          onPick={(key) => change({ post: key })}
        />
      </Row>
    )
  }
  const { plate, words } = actingFor(who, reading)
  return (
    <Row label={t('who.acts')}>
      <span className="row-text">{plate?.right ?? words}</span>
    </Row>
  )
}

function replaced(whos: readonly Who[], at: number, next: Who): Who | readonly Who[] {
  return whos.length === 1 ? next : whos.map((who, n) => (n === at ? next : who))
}

const SIGNING_CHOICES: readonly SigningChoice[] = [
  'single',
  'any',
  'all',
  'inOrder',
  'each',
  'vote',
  'twoPersons',
]

function SigningRow({ id, step }: { readonly id: string; readonly step: Task }) {
  const session = useSession()
  const { t } = useWording()
  const chosen = signingOf(step)
  const offered = SIGNING_CHOICES.includes(chosen) ? SIGNING_CHOICES : [...SIGNING_CHOICES, chosen]
  const pick = (choice: SigningChoice) =>
    session.edit('set-signing', (workflow) =>
      choice === 'twoPersons'
        ? setPersons(workflow, id, 2)
        : setSigning(workflow, id, signingRule(choice)),
    )
  return (
    <Row label={t('who.signing')}>
      <Pick
        label={t('who.signing')}
        value={chosen}
        choices={offered.map((choice) => ({
          id: choice,
          label: t(`signing.choice.${choice}`, { n: step.persons ?? 2 }),
        }))}
        onPick={(key) => {
          const choice = offered.find((it) => it === key)
          if (choice) pick(choice)
        }}
      />
    </Row>
  )
}

function signingRule(choice: SigningChoice): Signing | undefined {
  switch (choice) {
    case 'single':
    case 'twoPersons':
    case 'persons':
      return undefined
    case 'vote':
      return { rule: 'vote', share: '2/3' }
    case 'each':
      return { rule: 'each', count: 1 }
    case 'inOrder':
      return { rule: 'in-order' }
    case 'any':
    case 'all':
      return { rule: choice }
  }
}

/** One line per town: the doors that the step leads to there. */
function TownLines({ step, reading }: { readonly step: Task; readonly reading: Reading }) {
  const { town: shown } = useView()
  const { t } = useWording()
  const isByDoor = whosOf(step).some((who) => 'duty' in who || 'post' in who)
  if (!isByDoor) return null
  return (
    <ul className="town-lines">
      {reading.directory.towns.map((town) => {
        const there = { ...reading, town, townTitle: reading.townNames(town) }
        const plates = doorsOf(whosOf(step).map((who) => actingFor(who, there)))
        const isWhole = plates.every(({ isGap }) => !isGap)
        return (
          <li key={town} className={town === shown ? 'is-shown' : undefined}>
            <span className="town-lines-name">{there.townTitle}</span>
            <span className="town-lines-plates">
              {plates.map((plate) => (
                <DoorPlate key={plate.full} plate={plate.isGap ? gapLine(plate, t) : plate} />
              ))}
            </span>
            {isWhole && (
              <Check size={15} strokeWidth={2} className="is-ok" aria-label={t('who.held')} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function gapLine(
  plate: ReturnType<typeof actingFor>['plate'] & object,
  t: ReturnType<typeof useWording>['t'],
) {
  const right =
    plate.proposed === undefined ? t('who.nobody') : t('who.proposed', { section: plate.proposed })
  return { ...plate, left: t('card.vacant'), right }
}
