import {
  type CaseData,
  ok,
  type Refusal,
  type Texts,
  type Value,
  type Workspace,
} from '@yichuang/engine'
import type { DocumentState } from '../document/document-state.ts'
import type { Session } from '../document/session.ts'
import { type Signal, signal } from '../document/signal.ts'
import { nextStep, walkOn } from './auto-step.ts'
import { anyFacts, caseFields, usualFacts } from './case-fields.ts'
import { momentAt } from './days.ts'
import { firstAllowed, replay } from './replay.ts'
import { withWalk } from './save-walk.ts'
import { type NotWalkable, trialEngine } from './trial-engine.ts'
import {
  type Act,
  act,
  moveTo,
  openWalk,
  redo,
  redoAll,
  shownAt,
  stepBack,
  undoAll,
  type Walk,
} from './walk.ts'

/** Where the user is with the case that is walked. */
export interface DeskState {
  readonly item: string | null
  readonly town: string
  /** The facts of the case, as far as they are known beforehand. */
  readonly facts: CaseData
  readonly startDay: string
  readonly walk: Walk | null
  /** What was refused last, and at which task; `case` for what concerns the whole case. */
  readonly refused: { readonly at: string; readonly refusal: Refusal } | null
  readonly notWalkable: NotWalkable | null
  /** How the walk went over to another town or draft, when it did not go all the way. */
  readonly stopped: Refusal | null
  readonly savedAs: string | null
}

/** Everything that can be done with the case that is walked. */
export interface Desk {
  readonly state: Signal<DeskState>
  /** Follows the item, the town and the draft that the editor shows. */
  follow(at: { workspace: Workspace; item: string | null; town: string; day: string }): void
  setFact(field: string, value: Value): void
  setStartDay(day: string): void
  usual(): void
  random(): void
  start(): void
  discard(): void
  do(deed: Act): void
  /** Does it as whoever may: for acts on the whole case. */
  doAsAnybody(deed: Act): void
  next(opinion: string): void
  toTheEnd(opinion: string): void
  moveTo(at: string): void
  show(moment: number): void
  back(): void
  forward(): void
  toStart(): void
  toLast(): void
  save(title: Texts): void
}

const desks = new WeakMap<Session, Desk>()

/** The desk of a session: it keeps its case while the user looks at something else. */
export function deskOf(session: Session): Desk {
  const known = desks.get(session)
  if (known) return known
  const desk = createDesk(session)
  desks.set(session, desk)
  return desk
}

const EMPTY: DeskState = {
  item: null,
  town: '',
  facts: {},
  startDay: '',
  walk: null,
  refused: null,
  notWalkable: null,
  stopped: null,
  savedAs: null,
}

const NOTHING_WRONG = { refused: null, notWalkable: null, stopped: null, savedAs: null }

function createDesk(session: Session): Desk {
  const state = signal<DeskState>(EMPTY)
  let workspace: Workspace | null = null
  const set = (change: Partial<DeskState>) => state.set({ ...state.get(), ...change })
  const workflow = () => {
    const id = workspace?.catalogue.items[state.get().item ?? '']?.workflow
    return id === undefined ? undefined : workspace?.workflows[id]
  }
  const suite = () =>
    Object.entries(workspace?.suites ?? {}).find(([, it]) => it.item === state.get().item)

  function goOn(work: (walk: Walk) => Walk) {
    const { walk } = state.get()
    if (walk) set({ walk: work(walk), ...NOTHING_WRONG })
  }

  function heard(at: string, outcome: Walk | Refusal) {
    if ('kind' in outcome) set({ ...NOTHING_WRONG, refused: { at, refusal: outcome } })
    else set({ walk: outcome, ...NOTHING_WRONG })
  }

  function usual() {
    const { item, town, startDay } = state.get()
    const shown = workflow()
    if (item !== null && shown) set({ facts: usualFacts(shown, suite()?.[1], town, startDay) })
  }

  /** The same case by the draft and in the town that are shown now. */
  function takeOver(from: Walk, next: Workspace, town: string) {
    const { startDay } = state.get()
    const isSameDraft = workspace === next
    const engine = isSameDraft
      ? ok(from.engine)
      : trialEngine(next, { item: from.item, day: startDay })
    workspace = next
    if (!engine.ok) {
      set({ ...NOTHING_WRONG, town, notWalkable: engine.error })
      return
    }
    const again = replay(from, engine.value, town)
    if ('kind' in again) set({ ...NOTHING_WRONG, town, walk: null, stopped: again })
    else
      set({ ...NOTHING_WRONG, town, walk: again.walk, stopped: again.stoppedBy?.refusal ?? null })
  }

  return {
    state,
    follow: ({ workspace: next, item, town, day }) => {
      const now = state.get()
      const isOtherItem = now.item !== item
      if (isOtherItem || now.walk === null) {
        const isNew = isOtherItem || now.town !== town || Object.keys(now.facts).length === 0
        workspace = next
        set({ item, town, ...(isOtherItem ? { walk: null, startDay: day, ...NOTHING_WRONG } : {}) })
        if (isNew) usual()
        return
      }
      const isSame = workspace !== null && hasSameLogic(workspace, next)
      if (isSame) workspace = next
      if (!isSame || now.town !== town) takeOver(now.walk, next, town)
    },
    setFact: (field, value) => set({ facts: { ...state.get().facts, [field]: value } }),
    setStartDay: (startDay) => set({ startDay }),
    usual,
    random: () => {
      const shown = workflow()
      if (shown) set({ facts: anyFacts(shown, state.get().facts, Math.random) })
    },
    start: () => {
      const { item, town, facts, startDay } = state.get()
      const shown = workflow()
      if (!workspace || item === null || !shown) return
      const engine = trialEngine(workspace, { item, day: startDay })
      if (!engine.ok) {
        set({ ...NOTHING_WRONG, notWalkable: engine.error })
        return
      }
      const { first } = caseFields(shown)
      const data = Object.fromEntries(
        first.flatMap((id) => {
          const value = facts[id]
          return value === undefined || value === null ? [] : [[id, value] as const]
        }),
      )
      const at = momentAt(startDay, '09:00', engine.value)
      const opened = openWalk(engine.value, { item, town, data, at })
      heard('case', opened.ok ? opened.value : opened.error)
    },
    discard: () => set({ walk: null, ...NOTHING_WRONG }),
    do: (deed) => {
      const { walk } = state.get()
      if (!walk) return
      const done = act(walk, deed)
      heard(deed.task, done.ok ? done.value : done.error)
    },
    doAsAnybody: (deed) => {
      const { walk } = state.get()
      if (walk) heard('case', firstAllowed(walk, deed, []))
    },
    next: (opinion) => {
      const { walk, facts } = state.get()
      if (!walk) return
      const done = nextStep(walk, { facts, opinion })
      if (done) heard('case', done)
    },
    toTheEnd: (opinion) => {
      const { walk, facts } = state.get()
      if (!walk) return
      const done = walkOn(walk, { facts, opinion })
      set({ walk: done.walk, ...NOTHING_WRONG })
      if (done.refusal) set({ refused: { at: 'case', refusal: done.refusal } })
    },
    moveTo: (at) => {
      const { walk } = state.get()
      if (!walk) return
      const moved = moveTo(walk, at)
      heard('case', moved.ok ? moved.value : moved.error)
    },
    show: (moment) => goOn((walk) => shownAt(walk, moment)),
    back: () => goOn(stepBack),
    forward: () => goOn(redo),
    toStart: () => goOn(undoAll),
    toLast: () => goOn(redoAll),
    save: (title) => {
      const { walk } = state.get()
      if (!walk) return
      const [id, held] = suite() ?? []
      const { document } = session
      const path =
        id === undefined ? suitePathFor(walk.item, document.state.get()) : `suites/${id}.json`
      const saved = withWalk(held ?? null, walk, title)
      const kept = held
        ? document.change('save-walk', path, () => ok(saved))
        : document.create('save-walk', path, saved)
      if (kept.ok) set({ savedAs: path })
    },
  }
}

/** Whether a case runs the same by both: saved walks are no part of what it runs by. */
function hasSameLogic(a: Workspace, b: Workspace): boolean {
  const partsOf = ({
    info,
    directory,
    people,
    catalogue,
    calendar,
    workflows,
    tables,
  }: Workspace) => [
    ...[info, directory, people, catalogue, calendar],
    ...Object.values(workflows),
    ...Object.values(tables),
  ]
  const [before, after] = [partsOf(a), partsOf(b)]
  return before.length === after.length && before.every((part, n) => part === after[n])
}

/** The file of an item's first walk: named after the item, with a number where that name is taken. */
function suitePathFor(item: string, { files }: DocumentState): string {
  for (let n = 1; ; n++) {
    const path = `suites/${n === 1 ? item : `${item}-${n}`}.json`
    if (!files[path]?.value && !files[path]?.disk) return path
  }
}
