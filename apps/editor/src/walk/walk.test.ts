import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  fold,
  type Result,
  readCalendar,
  readCatalogue,
  readDirectory,
  readPeople,
  readSuite,
  readTable,
  readWorkflow,
  readWorkspaceInfo,
  type Workspace,
} from '@yichuang/engine'
import { describe, expect, test } from 'vitest'
import { walkOn } from './auto-step.ts'
import { caseFields, usualFacts } from './case-fields.ts'
import { possibleActions } from './possible.ts'
import { progressOf } from './progress.ts'
import { replay } from './replay.ts'
import { rulerOf } from './ruler.ts'
import { savedWalk } from './save-walk.ts'
import { trialEngine } from './trial-engine.ts'
import {
  act,
  actorNamed,
  caseOf,
  ledgerOf,
  moveTo,
  openWalk,
  redo,
  redoAll,
  stepBack,
  undoAll,
  type Walk,
} from './walk.ts'

const ROOT = join(import.meta.dirname, '../../../../examples/xingbin')

function read<T>(path: string, reader: (text: string, file: string) => Result<T, unknown>): T {
  const found = reader(readFileSync(join(ROOT, path), 'utf8'), path)
  if (!found.ok) throw new Error(`${path} cannot be read`)
  return found.value
}

function folder<T>(name: string, reader: (text: string, file: string) => Result<T, unknown>) {
  const files = readdirSync(join(ROOT, name))
  return Object.fromEntries(
    files.map((file) => [file.replace('.json', ''), read(`${name}/${file}`, reader)]),
  )
}

const workspace: Workspace = {
  info: read('workspace.json', readWorkspaceInfo),
  directory: read('directory.json', readDirectory),
  people: read('people.json', readPeople),
  catalogue: read('catalogue.json', readCatalogue),
  calendar: read('calendar.json', readCalendar),
  workflows: folder('workflows', readWorkflow),
  tables: folder('tables', readTable),
  suites: folder('suites', readSuite),
}

const DAY = '2026-09-18'
const OPINION = '模拟意见。'

function workflowOf(item: string) {
  const workflow = workspace.workflows[item]
  if (!workflow) throw new Error(`no workflow ${item}`)
  return workflow
}

function walkIn(item: string, town: string): { walk: Walk; facts: ReturnType<typeof usualFacts> } {
  const engine = trialEngine(workspace, { item, day: DAY })
  if (!engine.ok) throw new Error(engine.error.kind)
  const workflow = workflowOf(item)
  const facts = usualFacts(workflow, workspace.suites[item], town, DAY)
  const data = Object.fromEntries(
    caseFields(workflow).first.flatMap((id) => (facts[id] == null ? [] : [[id, facts[id]]])),
  )
  const opened = openWalk(engine.value, { item, town, data, at: `${DAY}T09:00:00+08:00` })
  if (!opened.ok) throw new Error(opened.error.kind)
  return { walk: opened.value, facts }
}

function toEnd(item: string, town: string): Walk {
  const { walk, facts } = walkIn(item, town)
  return walkOn(walk, { facts, opinion: OPINION }).walk
}

describe('walking a case', () => {
  test.each([
    ['homestead', 'sanwu', 'granted'],
    ['homestead', 'shiling', 'granted'],
    ['tree', 'sanwu', 'granted'],
    ['mapspot', 'shiling', 'written-off'],
  ])('the most common %s case in %s comes to its end: %s', (item, town, outcome) => {
    const kase = caseOf(toEnd(item, town))
    expect([kase.closedAt !== null, kase.position.outcome]).toEqual([true, outcome])
  })

  test('the ledger folds to the case that is shown, at every moment back to the first', () => {
    for (let walk = toEnd('homestead', 'sanwu'); ; walk = stepBack(walk)) {
      // Sensitive values stand beside the ledger, so that a fold does not know them.
      const { data: _folded, ...folded } = fold(ledgerOf(walk)).position
      const { data: _held, ...held } = caseOf(walk).position
      expect(folded).toEqual(held)
      if (walk.cursor === 0) return
    }
  })

  test('what was undone can be done again, and is given up when something else is done', () => {
    const end = toEnd('homestead', 'sanwu')
    const start = undoAll(end)
    expect(Object.keys(caseOf(start).position.open)).toEqual(['apply'])
    expect(caseOf(redoAll(start))).toBe(caseOf(end))
    const submitted = act(start, {
      task: 'apply',
      action: 'submit',
      by: actorNamed('@applicant'),
    })
    expect(submitted.ok && submitted.value.moments.length).toBe(2)
    expect(caseOf(redo(start)).position.open).toHaveProperty('group-receive')
  })

  test('moving the date past a limit takes what the limit decides; moving it back shows the case before', () => {
    const { walk, facts } = walkIn('homestead', 'shiling')
    let now = walk
    for (let n = 0; n < 3; n++) {
      const [task] = now.engine.openTasks(caseOf(now), now.at)
      const by = task?.people[0]
      if (!task || by === undefined) throw new Error('nobody to act')
      const data = Object.fromEntries(
        Object.entries(facts).filter(([id]) =>
          ['assemblyDecides', 'meetingEligible', 'meetingPresent', 'meetingFor'].includes(id),
        ),
      )
      const [first] = possibleActions(now, task, {
        by,
        data:
          n === 0
            ? {}
            : n === 1
              ? { assemblyDecides: false }
              : { meetingEligible: 90, meetingPresent: 60, meetingFor: 31 },
        opinion: OPINION,
      })
      if (!first) throw new Error(`nothing to do with ${JSON.stringify(data)}`)
      const done = act(now, first.deed)
      if (!done.ok) throw new Error(done.error.kind)
      now = done.value
    }
    expect(Object.keys(caseOf(now).position.open)).toEqual(['notice'])
    const later = moveTo(now, '2026-09-29T09:00:00+08:00')
    if (!later.ok) throw new Error(later.error.kind)
    expect(Object.keys(caseOf(later.value).position.open)).toEqual(['village-check'])
    const back = moveTo(later.value, '2026-09-20T09:00:00+08:00')
    if (!back.ok) throw new Error(back.error.kind)
    expect(Object.keys(caseOf(back.value).position.open)).toEqual(['notice'])
    expect(back.value.at).toBe('2026-09-20T09:00:00+08:00')
  })

  test('a move of the date that nothing comes of leaves no entry', () => {
    const { walk } = walkIn('homestead', 'sanwu')
    const moved = moveTo(walk, '2026-09-21T09:00:00+08:00')
    expect(moved.ok && [moved.value.moments.length, moved.value.at]).toEqual([
      1,
      '2026-09-21T09:00:00+08:00',
    ])
  })

  test('an action that something stands against says what, and changes nothing', () => {
    const { walk } = walkIn('homestead', 'sanwu')
    const refused = act(walk, { task: 'apply', action: 'submit', by: actorNamed('S-TOWN-01') })
    expect(!refused.ok && refused.error.kind).toMatch(/^not-(for-you|asked)$/)
    expect(walk.moments).toHaveLength(1)
  })

  test('the other town takes the same case over other sections, by its own people', () => {
    const end = toEnd('homestead', 'sanwu')
    const there = replay(end, end.engine, 'shiling')
    if ('kind' in there) throw new Error(there.kind)
    expect(there.stoppedBy).toBeNull()
    const sections = (walk: Walk) =>
      new Set(
        ledgerOf(walk).flatMap(({ facts }) =>
          facts.flatMap((fact) =>
            fact.fact === 'assigned' ? fact.groups.flatMap(({ section }) => section ?? []) : [],
          ),
        ),
      )
    expect(caseOf(there.walk).position.outcome).toBe('granted')
    expect(sections(end).has('RCC.NATRES')).toBe(true)
    expect(sections(there.walk).has('RCC.NATRES')).toBe(false)
    expect(sections(there.walk).has('RCC.RES')).toBe(true)
  })
})

describe('what the drawing is told', () => {
  test('branches that do not concern the case are passed over; travelled rows go by the names of the drawing', () => {
    const { standings, travelled } = progressOf(
      workflowOf('homestead'),
      ledgerOf(toEnd('homestead', 'sanwu')),
      [],
    )
    expect(standings.get('water-opinion')).toEqual({ state: 'skipped' })
    expect(standings.get('window')?.state).toBe('done')
    expect(travelled.has('joint/1')).toBe(true)
    expect(travelled.has('meeting-form/otherwise')).toBe(true)
  })
})

describe('the ruler', () => {
  test('numbers the working days of a clock from the day after its start, over a holiday and a make-up day', () => {
    const walk = toEnd('homestead', 'sanwu')
    const clocks = walk.engine
      .clocks(caseOf(walk), walk.at)
      .filter(({ clock }) => clock === 'handling.statutory')
    const [face] = clocks
    if (!face?.due) throw new Error('no clock')
    const running = { ...face, endedAt: undefined }
    const { endedAt: _, ...open } = running
    const ruler = rulerOf({
      engine: walk.engine,
      openedAt: face.start,
      at: face.start,
      clocks: [open],
      dues: [],
      room: 45,
    })
    const [bar] = ruler.bars
    expect(bar?.counted.length).toBe(20)
    expect(ruler.days[bar?.counted.at(-1)?.at ?? 0]?.day).toBe(face.due.day)
    expect(ruler.days.find(({ day }) => day === '2026-10-10')?.kind).toBe('make-up')
    expect(ruler.days.find(({ day }) => day === '2026-10-01')?.kind).toBe('holiday')
  })
})

describe('a walk that is kept', () => {
  test('holds every deed and what must come of it', () => {
    const walk = toEnd('homestead', 'sanwu')
    const saved = savedWalk(walk, 'walk-1', { zh: '模拟' })
    const [first] = saved.script
    expect(first?.open).toMatchObject({ item: 'homestead', town: '$town' })
    expect(saved.towns).toEqual(['sanwu'])
    expect(saved.script.at(-1)?.expect).toMatchObject({
      closed: true,
      outcome: 'granted',
      open: [],
    })
    const dues = saved.script.flatMap(({ expect: it }) => Object.keys(it?.['due'] ?? {}))
    expect(dues).toContain('handling.statutory')
  })
})
