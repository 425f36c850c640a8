import { describe, expect, test } from 'vitest'
import { homesteadReference } from '../testing/homestead-reference.ts'
import {
  calendarExample,
  catalogueExample,
  directoryExample,
  peopleExample,
  tableExample,
  workspaceExample,
} from '../testing/model-examples.ts'
import { buildRelease } from './build-release.ts'
import { hashOf } from './hash.ts'
import { formatFile } from './pretty.ts'
import { readRelease } from './read-model.ts'
import type { Release } from './release.ts'
import type { Workflow } from './workflow.ts'
import type { Workspace } from './workspace.ts'

const penalty: Workflow = {
  format: 1,
  id: 'penalty',
  title: { zh: '行政处罚' },
  fields: {},
  outcomes: {},
  policies: { emptySigner: 'escalate', escalateTo: 'office-director' },
  start: 'file',
  steps: {
    file: {
      kind: 'task',
      by: { table: 'route' },
      signing: { rule: 'vote', share: 0.5, weights: { mayor: 2 }, chair: 'party-secretary' },
      actions: { done: { result: 'closed' } },
    },
  },
}

const unused: Workflow = { ...penalty, id: 'unused' }

const workspace: Workspace = {
  info: { ...workspaceExample, towns: ['west', 'east'] },
  directory: directoryExample,
  people: peopleExample,
  catalogue: catalogueExample,
  calendar: calendarExample,
  workflows: { unused, penalty, homestead: homesteadReference },
  tables: { route: tableExample },
  suites: {},
}

const note = {
  number: 1,
  note: '首次发布',
  effectiveFrom: '2026-07-01',
  preparedBy: 'p01',
  approvedBy: 'p02',
}

function wrongPlaces(release: Release): readonly string[] {
  const read = readRelease(formatFile('release', release), 'releases/1.json')
  return read.ok ? [] : read.error.map(({ kind, at }) => `${kind} ${at}`)
}

describe('a release', () => {
  test('holds the workflows that items reach, each once, and points every town at them', () => {
    const { content } = buildRelease(workspace, note)

    const homestead = hashOf(homesteadReference)
    expect(Object.keys(content.workflows).sort()).toEqual([homestead, hashOf(penalty)].sort())
    expect(content.towns).toEqual({ east: { homestead }, west: { homestead } })
    expect(content.utcOffset).toBe('+08:00')
  })

  test('names the duties and posts that it asks of a directory', () => {
    expect(buildRelease(workspace, note).content.demands).toEqual({
      duties: ['D01', 'D06', 'D07', 'D08', 'D11', 'D21'],
      posts: [
        'centre-director',
        'handler',
        'leader',
        'mayor',
        'office-director',
        'party-secretary',
        'section-head',
        'window-clerk',
        'window-lead',
      ],
    })
  })

  test('has the same hash wherever its cards stand and whoever works in the towns', () => {
    const moved: Workspace = {
      ...workspace,
      workflows: {
        homestead: { ...homesteadReference, $schema: 'x', layout: { village: { x: 1, y: 2 } } },
        penalty: { ...penalty, layout: {} },
      },
      directory: { ...directoryExample, towns: {} },
      people: { ...peopleExample, people: {} },
      info: { ...workspace.info, towns: ['east', 'west'] },
    }

    expect(buildRelease(moved, note)).toEqual(buildRelease(workspace, note))
  })

  test('has another hash once its logic is another', () => {
    const changed = { ...penalty, title: { zh: '行政处罚（普通程序）' } }
    const other: Workspace = {
      ...workspace,
      workflows: { ...workspace.workflows, penalty: changed },
    }

    expect(buildRelease(other, note).hash).not.toBe(buildRelease(workspace, note).hash)
  })

  test('offers an item without a workflow in no town', () => {
    const { content } = buildRelease({ ...workspace, workflows: {} }, note)

    expect(content.towns).toEqual({ east: {}, west: {} })
    expect(Object.keys(content.items)).toEqual(['homestead'])
  })

  test('reads back as itself, an override included', () => {
    const override = { reason: '应急', findings: ['unbound-duty D11'] }
    const release = buildRelease(workspace, { ...note, override })

    expect(release.override).toEqual(override)
    expect(readRelease(formatFile('release', release))).toEqual({ ok: true, value: release })
  })
})

describe('a release that was touched after publishing', () => {
  const release = buildRelease(workspace, note)

  test('is refused when its content is not what the hash says', () => {
    const content = { ...release.content, utcOffset: '+09:00' }

    expect(wrongPlaces({ ...release, content })).toEqual(['wrong-hash hash'])
  })

  test('is refused at the workflow that was changed', () => {
    const [[hash, workflow] = []] = Object.entries(release.content.workflows)
    if (hash === undefined || !workflow) throw new Error('a release has workflows')
    const workflows = { ...release.content.workflows, [hash]: { ...workflow, id: 'other' } }
    const content = { ...release.content, workflows }

    expect(wrongPlaces({ ...release, content, hash: hashOf(content) })).toEqual([
      `wrong-hash content.workflows.${hash}`,
    ])
  })

  test('is refused when one person prepared and approved it', () => {
    expect(wrongPlaces({ ...release, approvedBy: release.preparedBy })).toEqual([
      'bad-value approvedBy',
    ])
  })
})
