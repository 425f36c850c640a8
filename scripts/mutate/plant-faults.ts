import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loads, type Mutant, mutantsOf, planted } from './mutants.ts'
import { runTests } from './run-tests.ts'
import { closeWorkshop, openWorkshop } from './workshop.ts'

export type Fate = 'killed' | 'timeout' | 'survived' | 'does not load'

export interface Outcome {
  readonly mutant: Mutant
  readonly fate: Fate
}

export interface Plan {
  readonly root: string
  readonly folders: readonly string[]
  readonly count: number
  readonly seed: number
  readonly workers: number
  readonly report: (outcome: Outcome, done: number) => void
}

/** Plants one fault after another in copies of the repository and sees whether the tests notice. */
export async function plantFaults(plan: Plan): Promise<Outcome[]> {
  const waiting = chooseMutants(plan)
  const workshops = Array.from({ length: plan.workers }, () => openWorkshop(plan.root))
  try {
    const first = workshops[0] ?? openWorkshop(plan.root)
    const began = performance.now()
    const files = [...new Set(waiting.map(({ path }) => path))]
    const sound = await runTests(first, files, 900_000)
    if (sound.end !== 'passed') {
      throw new Error(`the tests do not pass without a fault; mend them first\n${sound.printed}`)
    }
    const patience = 20_000 + 3 * (performance.now() - began)
    const outcomes: Outcome[] = []
    const work = async (workshop: string) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const outcome = { mutant, fate: await fateOf(workshop, mutant, patience) }
        outcomes.push(outcome)
        plan.report(outcome, outcomes.length)
      }
    }
    await Promise.all(workshops.map(work))
    return outcomes
  } finally {
    for (const workshop of workshops) closeWorkshop(workshop)
  }
}

async function fateOf(workshop: string, mutant: Mutant, patience: number): Promise<Fate> {
  const file = join(workshop, mutant.path)
  const text = readFileSync(file, 'utf8')
  const faulty = planted(text, mutant)
  if (!loads(faulty)) return 'does not load'
  writeFileSync(file, faulty)
  const end = await fateOfTests(workshop, mutant.path, patience)
  writeFileSync(file, text)
  if (end === 'timeout') return 'timeout'
  return end === 'failed' ? 'killed' : 'survived'
}

/** The tests beside the fault, then those of its package, then all that load it. */
async function fateOfTests(workshop: string, path: string, patience: number) {
  const folder = dirname(path)
  const home = /^(packages|apps)\/[^/]+\/src/.exec(path)?.[0] ?? folder
  for (const near of [`${folder}/*.test.ts`, `${home}/**/*.test.ts`, undefined]) {
    const { end } = await runTests(workshop, [path], patience, near)
    if (end !== 'passed') return end
  }
  return 'passed'
}

function chooseMutants({ root, folders, count, seed }: Plan): Mutant[] {
  const mutants = folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.test\.ts$|\.schema\.ts$|\/generated\/|\.d\.ts$/.test(path))
    .sort()
    .flatMap((path) => mutantsOf(path, readFileSync(join(root, path), 'utf8')))
  const random = randomFrom(seed)
  return mutants
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ mutant }) => mutant)
}

// A small generator (xorshift): the same seed plants the same faults on every machine.
function randomFrom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 0x100000000
  }
}
