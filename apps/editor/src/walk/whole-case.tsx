import { Button } from 'react-aria-components'
import { stepOf } from '../document/block.ts'
import { exitWords } from '../reading/exit-words.ts'
import { useWording } from '../wording/use-wording.ts'
import { Fold } from './case-form.tsx'
import { useDesk } from './use-walk.ts'
import { type Act, actorNamed, caseOf, type Walk } from './walk.ts'
import { clockWords, stepWords, type Tongue } from './walk-words.ts'

interface WholeAct {
  readonly id: string
  readonly label: string
  readonly where: string
  readonly deed: Act
}

/** Acts on the whole case: withdraw, terminate, open a side procedure, extend a limit, take back. */
export function WholeCase({ walk, tongue }: { readonly walk: Walk; readonly tongue: Tongue }) {
  const desk = useDesk()
  const { t } = useWording()
  const acts = actsOf(walk, tongue)
  if (acts.length === 0) return null
  return (
    <Fold title={t('walk.whole')}>
      <ul className="whole">
        {acts.map(({ id, label, where, deed }) => (
          <li key={id}>
            <Button className="btn is-small" onPress={() => desk.doAsAnybody(deed)}>
              {label}
            </Button>
            <span className="hint cut" title={where}>
              {where}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function actsOf(walk: Walk, tongue: Tongue): readonly WholeAct[] {
  const kase = caseOf(walk)
  const { workflow, wording } = tongue.reading
  const opinion = wording.t('walk.opinionSample')
  const by = actorNamed('@applicant')
  const ofPhases = Object.keys(kase.position.blocks).flatMap((id): readonly WholeAct[] => {
    const phase = stepOf(workflow, id)
    if (phase?.kind !== 'phase') return []
    const where = stepWords(id, tongue)
    const actions = Object.keys(phase.actions ?? {}).map((action) => ({
      id: `${id}.${action}`,
      label: exitWords(workflow, id, action, wording),
      where,
      deed: { task: id, action, by, opinion },
    }))
    const sides = Object.entries(phase.sides ?? {}).flatMap(([side, it]) =>
      'by' in it.opens
        ? [
            {
              id: `${id}/${side}`,
              label: wording.name(it.title, side),
              where,
              deed: { task: id, action: side, by },
            },
          ]
        : [],
    )
    const clocks = Object.entries(phase.clocks ?? {}).flatMap(([clock, it]) => {
      const running = kase.clocks[`${id}.${clock}`]
      if (it.extend === undefined || !running || running.endedAt !== undefined) return []
      const label = wording.t('walk.op.extendClock', { clock: clockWords(clock, tongue.reading) })
      return [
        {
          id: `${id}:${clock}`,
          label,
          where,
          deed: { task: id, action: 'extend', clock, reason: opinion, by },
        },
      ]
    })
    return [...actions, ...sides, ...clocks]
  })
  const { lastMove } = kase
  const open = Object.entries(kase.position.open).find(
    ([, { since }]) => since === lastMove?.turn,
  )?.[0]
  if (lastMove === null || open === undefined) return ofPhases
  const takeBack: WholeAct = {
    id: 'take-back',
    label: wording.t('walk.op.take-back'),
    where: stepWords(lastMove.step, tongue),
    deed: { task: open, action: 'take-back', by: actorNamed(lastMove.by) },
  }
  return [takeBack, ...ofPhases]
}
