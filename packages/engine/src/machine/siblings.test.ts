import { describe, expect, test } from 'vitest'
import type { Task } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { SmallCase } from '../testing/small-case.ts'
import { parallel, task, workflow } from '../testing/small-workflow.ts'

const clerk = 'D01-handler-1'
const why = { opinion: '事实有变' }

const fields = {
  area: { type: 'number' },
  slope: { type: 'number' },
  wet: { type: 'boolean' },
} as const

function opinion(read: readonly string[]): Task {
  return {
    kind: 'task',
    by: { duty: 'D01' },
    data: { read },
    actions: { go: { result: 'ok' }, no: { result: 'no' } },
  }
}

/** land reads the area, water the slope; forest is concerned where it is wet. */
const joint = parallel(
  {
    land: { land: opinion(['area']) },
    water: { water: opinion(['slope']) },
    forest: { forest: opinion([]) },
  },
  {
    exits: [
      { count: 'no', atLeast: 1, early: true, to: 'behind' },
      { otherwise: true, to: 'behind' },
    ],
  },
)

function reviewed(): Workflow {
  if (joint.kind !== 'parallel') throw new Error('no parallel')
  const { land, water, forest } = joint.branches
  if (land === undefined || water === undefined || forest === undefined) throw new Error('branches')
  return workflow(
    {
      survey: task('joint', { data: { edit: ['area', 'slope', 'wet'] } }),
      joint: { ...joint, branches: { land, water, forest: { ...forest, when: 'wet = true' } } },
      behind: task('=closed', { data: { edit: ['area', 'slope', 'wet'] }, actions: { note: {} } }),
    },
    { fields },
  )
}

function go(kase: SmallCase, ...steps: readonly string[]): SmallCase {
  for (const step of steps) kase.act(step, 'go', clerk)
  return kase
}

/** Both opinions are in, and the case is sent back to the survey. */
function sentBack(siblings: 'cancel' | 'keep' | 'affected', branches?: readonly string[]) {
  const data = { area: 90, slope: 5, wet: false }
  const kase = go(new SmallCase(reviewed(), { data }), 'survey', 'land', 'water')
  const named = branches === undefined ? {} : { branches }
  return kase.act('behind', 'return', clerk, { to: 'survey', siblings, ...named, ...why })
}

describe('what becomes of the opinions given', () => {
  test('cancel: every branch concerned is asked anew', () => {
    expect(go(sentBack('cancel'), 'survey').open).toEqual(['land', 'water'])
  })

  test('keep: opinions given stand, whatever has changed', () => {
    const kase = sentBack('keep').act('survey', 'go', clerk, { data: { area: 95 } })
    expect(kase.open).toEqual(['behind'])
  })

  test('affected: an opinion stands as long as the facts that it rests on do', () => {
    const kase = sentBack('affected').act('survey', 'go', clerk, { data: { area: 95 } })
    expect(kase.open).toEqual(['land'])
    expect(kase.case.position.blocks['joint']).toMatchObject({ kept: ['water'] })
    expect(go(kase, 'land').open).toEqual(['behind'])
  })

  test('affected: nothing has changed, nobody is asked again', () => {
    expect(go(sentBack('affected'), 'survey').open).toEqual(['behind'])
  })

  test('affected: the same value written again is no change', () => {
    const kase = sentBack('affected').act('survey', 'go', clerk, { data: { area: 90, slope: 5 } })
    expect(kase.open).toEqual(['behind'])
  })

  test('affected: a change after the opinion counts even if it came before the return', () => {
    const data = { area: 90, slope: 5, wet: false }
    const kase = go(new SmallCase(reviewed(), { data }), 'survey', 'land', 'water')
    kase.act('behind', 'note', clerk, { data: { slope: 9 } })
    kase.act('behind', 'return', clerk, { to: 'survey', siblings: 'affected', ...why })
    expect(go(kase, 'survey').open).toEqual(['water'])
  })

  test('whom the returner names is asked again under every policy', () => {
    expect(go(sentBack('affected', ['joint/water']), 'survey').open).toEqual(['water'])
    expect(go(sentBack('keep', ['joint/land']), 'survey').open).toEqual(['land'])
  })

  test('a branch that does not exist cannot be named', () => {
    const data = { area: 90, slope: 5, wet: false }
    const kase = go(new SmallCase(reviewed(), { data }), 'survey', 'land', 'water')
    expect(
      kase.refuse('behind', 'return', clerk, { to: 'survey', branches: ['joint/fire'], ...why }),
    ).toEqual({
      kind: 'not-done-yet',
      to: 'joint/fire',
      targets: ['joint/land', 'joint/water', 'joint/forest'],
    })
  })

  test.each(['cancel', 'keep', 'affected'] as const)(
    '%s: a branch newly concerned is opened, one no longer concerned drops out',
    (siblings) => {
      const kase = sentBack(siblings).act('survey', 'go', clerk, { data: { wet: true } })
      expect(kase.open).toContain('forest')
      expect(kase.case.position.blocks['joint']?.branches).toEqual(['land', 'water', 'forest'])
      if (siblings === 'cancel') go(kase, 'land', 'water')
      go(kase, 'forest').act('behind', 'return', clerk, { to: 'survey', siblings: 'keep', ...why })
      kase.act('survey', 'go', clerk, { data: { wet: false } })
      expect(kase.case.position.done['joint']?.exit).toBe('otherwise')
      expect(kase.open).toEqual(['behind'])
    },
  )

  test('a kept veto waits for the branch that is asked again', () => {
    const data = { area: 90, slope: 5, wet: false }
    const kase = new SmallCase(reviewed(), { data })
    go(kase, 'survey', 'land').act('water', 'no', clerk)
    expect(kase.open).toEqual(['behind'])
    kase.act('behind', 'return', clerk, { to: 'land', siblings: 'keep', ...why })
    expect(kase.open).toEqual(['land'])
    expect(go(kase, 'land').open).toEqual(['behind'])
    expect(kase.case.position.done['joint']?.exit).toBe('row-1')
  })

  test('kept answers that are complete give the exit that they gave', () => {
    const data = { area: 90, slope: 5, wet: false }
    const kase = new SmallCase(reviewed(), { data })
    go(kase, 'survey', 'land').act('water', 'no', clerk)
    kase.act('behind', 'return', clerk, { to: 'survey', siblings: 'keep', ...why })
    expect(go(kase, 'survey').open).toEqual(['behind'])
    expect(kase.case.position.done['joint']?.exit).toBe('row-1')
  })

  test('where the workflow names a policy, it is the one without a word', () => {
    const policies = { returns: { siblings: 'cancel' as const } }
    const data = { area: 90, slope: 5, wet: false }
    const kase = go(new SmallCase({ ...reviewed(), policies }, { data }), 'survey', 'land', 'water')
    kase.act('behind', 'return', clerk, { to: 'survey', ...why })
    expect(go(kase, 'survey').open).toEqual(['land', 'water'])
  })

  test('a return is remembered once: the visit after it asks everybody', () => {
    const looping = reviewed()
    const again = task('=closed', { actions: { redo: { to: 'survey' } } })
    const kase = go(
      new SmallCase(
        { ...looping, steps: { ...looping.steps, behind: again } },
        { data: { area: 90, slope: 5 } },
      ),
      'survey',
      'land',
      'water',
    )
    kase.act('behind', 'return', clerk, { to: 'survey', siblings: 'keep', ...why })
    go(kase, 'survey').act('behind', 'redo', clerk)
    expect(go(kase, 'survey').open).toEqual(['land', 'water'])
  })
})

describe('a branch of several steps', () => {
  const long = workflow(
    {
      survey: task('joint', { data: { edit: ['area', 'slope'] } }),
      joint: parallel(
        {
          land: { draft: task('sign', { data: { read: ['area'] } }), sign: opinion([]) },
          water: { water: opinion(['slope']) },
        },
        { exits: [{ otherwise: true, to: 'behind' }] },
      ),
      behind: task('=closed'),
    },
    { fields },
  )

  test('is affected by what any of its tasks reads or edits', () => {
    const kase = go(new SmallCase(long), 'survey', 'draft', 'sign', 'water')
    kase.act('behind', 'return', clerk, { to: 'survey', ...why })
    kase.act('survey', 'go', clerk, { data: { area: 7 } })
    expect(kase.open).toEqual(['draft'])
  })

  test('asked by its start, its inner review is asked again too', () => {
    const nested = workflow(
      {
        joint: parallel(
          {
            land: {
              inner: parallel(
                { a: { a: opinion([]) }, b: { b: opinion([]) } },
                { exits: [{ otherwise: true, result: 'ok' }] },
              ),
            },
            water: { water: opinion([]) },
          },
          { exits: [{ otherwise: true, to: 'behind' }] },
        ),
        behind: task('=closed'),
      },
      { fields },
    )
    const kase = go(new SmallCase(nested), 'a', 'b', 'water')
    kase.act('behind', 'return', clerk, { to: 'joint/land', ...why })
    expect(kase.open).toEqual(['a', 'b'])
  })
})
