import { createEngine, makeRegisters, nearestName, type Suite, type Walk } from '@yichuang/engine'
import { type Command, type ExitCode, hasFlag, type Invocation, textOption } from '../command.ts'
import { type Coverage, type Covered, coverageIn } from '../coverage/coverage.ts'
import { takenIn } from '../coverage/taken.ts'
import { listWords } from '../describe/facts-as-words.ts'
import { scriptFaultWords } from '../describe/script-words.ts'
import { unmetWords } from '../describe/trace-words.ts'
import { misuse, print, printJson, say } from '../output.ts'
import { draftRelease } from '../release-draft.ts'
import { scriptOfWalk } from '../script/read-script.ts'
import { registerDoor } from '../script/register-door.ts'
import type { ScriptFault } from '../script/script-fault.ts'
import { walk, workflowOf } from '../script/walk.ts'
import type { Setting, Unmet, Walked } from '../script/walked.ts'
import { namesOf } from '../workspace/names.ts'
import { openWorkspace, type UsableWorkspace } from '../workspace/open-workspace.ts'

/** `test [DIR]`: runs the saved walks in each of their towns, and counts what they cover. */
export const test: Command = {
  options: { town: { type: 'string' }, suite: { type: 'string' } },
  operands: { least: 0, most: 1 },
  async run(invocation) {
    const usable = await openWorkspace(invocation, invocation.operands[0])
    if (usable === null) return 2
    const suites = suitesAsked(invocation, usable)
    if (typeof suites === 'string') return misuse(invocation, suites)
    const results: WalkResult[] = []
    const taken = new Map<string, Set<string>>()
    const setting = settingOf(invocation, usable, taken)
    for (const [done, suite] of suites.entries()) {
      invocation.terminal.progress?.(`${suite.id} ${done}/${suites.length}`)
      results.push(...(await runSuite(invocation, usable, suite, setting)))
    }
    invocation.terminal.progress?.('')
    return report(invocation, usable, results, taken)
  },
}

interface WalkResult {
  readonly suite: string
  readonly walk: string
  readonly town: string
  readonly passed: boolean
  readonly problem: Unmet | ScriptFault | null
  readonly words: string
}

/** The suites to run, or why the question has no answer. */
function suitesAsked(
  invocation: Invocation,
  { workspace }: UsableWorkspace,
): readonly Suite[] | string {
  const { wording } = invocation
  const name = textOption(invocation, 'suite')
  const town = textOption(invocation, 'town')
  const { towns } = workspace.info
  if (town !== undefined && !towns.includes(town)) {
    const nearest = nearestName(town, towns)
    return wording.say('usage.unknown-town', { value: town, known: wording.list(towns), nearest })
  }
  if (name === undefined) return Object.values(workspace.suites)
  const suite = workspace.suites[name]
  if (suite !== undefined) return [suite]
  const known = Object.keys(workspace.suites)
  const nearest = nearestName(name, known)
  return wording.say('usage.unknown-suite', {
    value: name,
    known: listWords(known, wording),
    nearest,
  })
}

/** One engine serves all walks; what they take is collected by workflow. */
function settingOf(
  { terminal }: Invocation,
  { workspace, root }: UsableWorkspace,
  taken: Map<string, Set<string>>,
): Setting {
  const { directory, people, calendar } = workspace
  return {
    engine: createEngine(
      draftRelease(workspace, terminal.today(workspace.info.utcOffset)),
      makeRegisters(directory, people, calendar),
    ),
    door: registerDoor(root, null),
    watch: (moment) => {
      const workflow = workflowOf(moment.after)?.id ?? ''
      const known = taken.get(workflow) ?? new Set()
      for (const name of takenIn(moment)) known.add(name)
      taken.set(workflow, known)
    },
  }
}

async function runSuite(
  invocation: Invocation,
  usable: UsableWorkspace,
  suite: Suite,
  setting: Setting,
): Promise<readonly WalkResult[]> {
  const asked = textOption(invocation, 'town')
  const results: WalkResult[] = []
  for (const one of suite.walks) {
    for (const town of one.towns.filter((id) => asked === undefined || id === asked))
      results.push(await runWalk(invocation, usable, setting, { suite, walk: one, town }))
  }
  return results
}

async function runWalk(
  { wording }: Invocation,
  { workspace }: UsableWorkspace,
  setting: Setting,
  { suite, walk: one, town }: { readonly suite: Suite; readonly walk: Walk; readonly town: string },
): Promise<WalkResult> {
  const names = namesOf(workspace, wording)
  const result = (problem: WalkResult['problem'], words: string): WalkResult => {
    return { suite: suite.id, walk: one.id, town, passed: problem === null, problem, words }
  }
  const faulty = (fault: ScriptFault | undefined): WalkResult => {
    const { line } = fault ?? { line: 1 }
    const words = fault === undefined ? '' : scriptFaultWords(fault, names, wording)
    return result(
      fault ?? { kind: 'script-empty', line },
      `${wording.say('script.place', { line })} ${words}`,
    )
  }
  const script = scriptOfWalk(withItem(one.script, suite.item), town)
  if (!script.ok) return faulty(script.error[0])
  const walked = await walk({ ...setting, town }, script.value)
  if (!walked.ok) return faulty(walked.error)
  const [unmet] = walked.value.unmet
  if (unmet === undefined) return result(null, '')
  return result(unmet, unmetWords(unmet, contextOf(walked.value)))

  function contextOf(after: Walked) {
    return { names, wording, workflow: names.of(workflowOf(after)) }
  }
}

/** A walk opens the item of its suite unless it names another. */
function withItem(script: Walk['script'], item: string): Walk['script'] {
  return script.map((line) =>
    line.open === undefined ? line : { ...line, open: { item, ...line.open } },
  )
}

function report(
  invocation: Invocation,
  { workspace }: UsableWorkspace,
  results: readonly WalkResult[],
  taken: ReadonlyMap<string, ReadonlySet<string>>,
): ExitCode {
  const { wording } = invocation
  const passed = results.filter((result) => result.passed).length
  const failed = results.length - passed
  // Asked for one suite, nothing is said of workflows that it does not walk.
  const isWhole = textOption(invocation, 'suite') === undefined
  const coverage = Object.fromEntries(
    Object.entries(workspace.workflows)
      .filter(([id]) => isWhole || taken.has(id))
      .map(([id, workflow]) => {
        const names = taken.get(id) ?? new Set<string>()
        return [id, coverageIn(workflow, workspace.tables, names)] as const
      }),
  )
  if (hasFlag(invocation, 'json')) {
    const walks = results.map(({ words: _, ...facts }) => facts)
    printJson(invocation, { passed, failed, walks, coverage })
    return failed === 0 ? 0 : 1
  }
  const names = namesOf(workspace, wording)
  for (const { suite, walk: id, town, passed: isPassed, words } of results) {
    const facts = { walk: `${suite}/${id}`, town: names.town(town), problem: words }
    print(invocation, wording.say(isPassed ? 'test.pass' : 'test.fail', facts))
  }
  for (const [id, covered] of Object.entries(coverage))
    print(invocation, ...coverageWords(names.workflow(id), covered, invocation))
  if (results.length === 0) say(invocation, wording.say('test.none'))
  else print(invocation, wording.say('test.summary', { passed, failed }))
  return failed === 0 ? 0 : 1
}

function coverageWords(
  workflow: string,
  { actions, conditions, exits }: Coverage,
  { wording }: Invocation,
): readonly string[] {
  const share = ({ taken, total }: Covered): string => `${taken}/${total}`
  const shares = { actions: share(actions), conditions: share(conditions), exits: share(exits) }
  const parts = { actions, conditions, exits } as const
  const untaken = (['actions', 'conditions', 'exits'] as const).flatMap((part) => {
    const list = parts[part].untaken
    if (list.length === 0) return []
    const what = wording.say(`test.${part}`)
    return [
      wording.say('test.untaken', { what, list: list.join(wording.locale === 'zh' ? '，' : ', ') }),
    ]
  })
  return [wording.say('test.coverage', { workflow, ...shares }), ...untaken]
}
