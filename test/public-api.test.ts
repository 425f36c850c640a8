import { expect, test } from 'vitest'

// Widening what a package exports is a decision: the new name is written here in the same change.
const PUBLIC_NAMES: Readonly<Record<string, readonly string[]>> = {
  analysis: ['RULESET', 'check'],
  diagram: ['layOut'],
  engine: [
    'BrokenLedger',
    'BrokenRelease',
    'UnknownItem',
    'askedIn',
    'blocksOf',
    'buildRelease',
    'canonical',
    'checkDirectory',
    'checkNextDirectory',
    'checkNextPeople',
    'checkReferences',
    'compileDirectory',
    'compileProgram',
    'componentsOf',
    'coverageOf',
    'createEngine',
    'eachBlock',
    'evolve',
    'exitsOf',
    'explainTowns',
    'fail',
    'feelNames',
    'fold',
    'formatFile',
    'formatWorkflow',
    'hashOf',
    'headOf',
    'indexSteps',
    'isInForce',
    'leadOf',
    'makeRegisters',
    'nearestName',
    'nextDue',
    'ok',
    'peopleAsked',
    'policyPlaces',
    'printPath',
    'readCalendar',
    'readCatalogue',
    'readDirectory',
    'readJson',
    'readPeople',
    'readRegisters',
    'readRelease',
    'readSuite',
    'readTable',
    'readWorkflow',
    'readWorkflowWithPlaces',
    'readWorkspaceInfo',
    'redecide',
    'routeWho',
    'seal',
    'stageOf',
    'stepsOf',
    'unseal',
    'verify',
    'whoList',
    'whoPlaces',
  ],
  interop: ['exportMermaid', 'exportRelease', 'exportXState'],
}

const entries = import.meta.glob<Record<string, unknown>>('../packages/*/src/index.ts')
const nameOf = (path: string) => path.split('/')[2] ?? ''

test('every package with an index is listed here', () => {
  expect(Object.keys(PUBLIC_NAMES).sort()).toEqual(Object.keys(entries).map(nameOf).sort())
})

test.each(Object.entries(entries))(
  '%s exports exactly the names of the list',
  async (path, load) => {
    const exported = Object.keys(await load()).sort()
    expect(exported).toEqual(PUBLIC_NAMES[nameOf(path)])
  },
)
