import type { Arrow } from '@yichuang/engine'
import { facesOf } from '../canvas/canvas-model.ts'
import { KindIcon } from '../canvas/kind-icon.tsx'
import { DoorPlate } from '../canvas/plate.tsx'
import { stageClass } from '../canvas/stage-class.ts'
import { blocksOf, stepOf } from '../document/block.ts'
import { exitsOf } from '../document/exit.ts'
import type { CardFace } from '../reading/card-face.ts'
import { exitWords, outcomeWords } from '../reading/exit-words.ts'
import { signingOf } from '../reading/signing-words.ts'
import { useReading } from '../reading/use-reading.ts'
import type { Reading } from '../reading/who-plate.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** The same workflow as a table, row by row: the surface for reading and for the keyboard. */
export function Outline() {
  const reading = useReading()
  const { t } = useWording()
  if (!reading) return null
  const faces = facesOf(reading)
  return (
    <div className="outline-scroll">
      <table className="outline" aria-label={t('tools.outline')}>
        <thead>
          <tr>
            <th scope="col" className="outline-number">
              {t('outline.number')}
            </th>
            <th scope="col">{t('outline.step')}</th>
            <th scope="col">{t('outline.who', { town: reading.townTitle })}</th>
            <th scope="col">{t('outline.signing')}</th>
            <th scope="col">{t('outline.limit')}</th>
            <th scope="col">{t('outline.exits')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(reading).map(({ id, depth }, n) => {
            const face = faces.get(id)
            return (
              face && (
                <OutlineRow
                  key={id}
                  number={n + 1}
                  id={id}
                  depth={depth}
                  face={face}
                  reading={reading}
                />
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The steps in the order in which they are drawn: what is inside a block follows it. */
function rowsOf({ workflow }: Reading): readonly { readonly id: string; readonly depth: number }[] {
  const blocks = blocksOf(workflow)
  const inside = (owner: string | null, depth: number): { id: string; depth: number }[] =>
    blocks
      .filter((block) => block.owner === owner)
      .flatMap((block) =>
        Object.keys(block.steps).flatMap((id) => [{ id, depth }, ...inside(id, depth + 1)]),
      )
  return inside(null, 0)
}

interface RowProps {
  readonly number: number
  readonly id: string
  readonly depth: number
  readonly face: CardFace
  readonly reading: Reading
}

function OutlineRow({ number, id, depth, face, reading }: RowProps) {
  const session = useSession()
  const { t } = useWording()
  const { selection } = useView()
  const step = stepOf(reading.workflow, id)
  const isBlock = face.kind === 'phase' || face.kind === 'parallel'
  const classes = [
    'outline-row',
    isBlock && `is-block ${stageClass(face.stage)}`,
    selection?.step === id && 'is-selected',
  ]
  return (
    <tr className={classes.filter(Boolean).join(' ')}>
      <td className="outline-number">{number}</td>
      <th scope="row">
        <button
          type="button"
          className="outline-step"
          style={{ paddingInlineStart: 8 + depth * 20 }}
          aria-pressed={selection?.step === id}
          onClick={() => session.select({ step: id })}
        >
          <KindIcon kind={face.kind} size={14} />
          <span className="cut" title={face.title}>
            {face.title}
          </span>
        </button>
      </th>
      <td>
        <span className="outline-plates">
          {face.plates.map((plate) => (
            <DoorPlate key={plate.full} plate={plate} />
          ))}
          {face.note !== null && (
            <span className="cut row-aside" title={face.note}>
              {face.note}
            </span>
          )}
          {step?.kind !== 'task' &&
            face.chips.map((chip) => (
              <span key={chip} className="chip">
                {chip}
              </span>
            ))}
        </span>
      </td>
      <td className="outline-limit">
        {step?.kind === 'task' && t(`signing.chip.${signingOf(step)}`, { n: step.persons ?? 1 })}
      </td>
      <td className="outline-limit">
        {face.limit && `${face.limit.figure ?? ''} ${face.limit.words}`}
      </td>
      <td>
        <span className="outline-exits">
          {step &&
            exitsOf(step).map((exit) => (
              <ExitLink
                key={exit.key}
                id={id}
                exit={exit.key}
                arrow={exit.arrow}
                reading={reading}
              />
            ))}
        </span>
      </td>
    </tr>
  )
}

interface ExitLinkProps {
  readonly id: string
  readonly exit: string
  readonly arrow: Arrow
  readonly reading: Reading
}

function ExitLink({ id, exit, arrow, reading }: ExitLinkProps) {
  const session = useSession()
  const { t } = useWording()
  const { workflow, wording } = reading
  const words = exitWords(workflow, id, exit, wording)
  const { to, outcome } = arrow
  if (to !== undefined) {
    const target = wording.name(stepOf(workflow, to)?.title, to)
    return (
      <button type="button" className="link" onClick={() => session.select({ step: to })}>
        {t('outline.exit', { exit: words, target })}
      </button>
    )
  }
  if (outcome !== undefined) {
    const end = outcomeWords(workflow, outcome, wording)
    return <span>{end === words ? end : t('outline.exit', { exit: words, target: end })}</span>
  }
  return <span>{words}</span>
}
