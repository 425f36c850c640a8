import type { BlockEntry, BlockRef, StepEntry } from '../workflow-tree.ts'
import { blocksOf, exitsOf, stepsOf } from '../workflow-tree.ts'
import { componentsOf } from './components.ts'
import type { Finding, Scope } from './finding.ts'

/** What a case can do in a block without anybody acting. */
interface Passing {
  /** Arrows that are taken at once, by step. */
  readonly targets: ReadonlyMap<string, readonly string[]>
  /** Steps from which a result is given at once. */
  readonly giving: ReadonlySet<string>
}

/**
 * Every cycle of a block contains a leaf that cannot be skipped; else a case would run round it for
 * ever in one command. Blocks are looked at from the inside out: one that can be passed at once is
 * no leaf for the block around it.
 */
export function checkCycles({ blocks }: Scope): readonly Finding[] {
  const passable = new Map<BlockRef, boolean>()
  const findings: Finding[] = []
  for (const block of [...blocks].reverse()) {
    const passing = passingOf(block, passable)
    findings.unshift(...cyclesOf(block, passing))
    passable.set(block.ref, givesResult(block, passing))
  }
  return findings
}

function passingOf(block: BlockEntry, passable: ReadonlyMap<BlockRef, boolean>): Passing {
  const targets = new Map<string, readonly string[]>()
  const giving = new Set<string>()
  for (const entry of stepsOf(block)) {
    const arrows = exitsPassed(entry, passable)
    targets.set(
      entry.id,
      arrows.flatMap(({ to }) => (to !== undefined && Object.hasOwn(block.steps, to) ? [to] : [])),
    )
    if (arrows.some(({ result }) => result !== undefined)) giving.add(entry.id)
  }
  return { targets, giving }
}

/** The arrows that a case may take from a step as soon as it comes there. */
function exitsPassed(entry: StepEntry, passable: ReadonlyMap<BlockRef, boolean>) {
  const { step } = entry
  const arrows = exitsOf(entry)
  const isPassed = ({ ref }: BlockEntry) => passable.get(ref) === true
  switch (step.kind) {
    case 'task':
    case 'wait':
    case 'service':
    case 'call':
      return arrows.filter(({ exit }) => exit === step.skip).map(({ arrow }) => arrow)
    case 'decision':
      return arrows.map(({ arrow }) => arrow)
    case 'phase': {
      const main = blocksOf(entry).filter(({ kind }) => kind === 'phase')
      return main.every(isPassed) ? arrows.map(({ arrow }) => arrow) : []
    }
    case 'parallel': {
      const branches = blocksOf(entry)
      const conditional = Object.values(step.branches).map(({ when }) => when !== undefined)
      const allPassed = branches.every((branch, index) => conditional[index] || isPassed(branch))
      const hasEarly = step.exits.some((row) => 'early' in row && row.early === true)
      const oneEnough = hasEarly && branches.some(isPassed)
      return allPassed || oneEnough ? arrows.map(({ arrow }) => arrow) : []
    }
  }
}

function givesResult(block: BlockEntry, { targets, giving }: Passing): boolean {
  const seen = new Set<string>()
  const pending = [block.start]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (giving.has(id)) return true
    pending.push(...(targets.get(id) ?? []))
  }
  return false
}

function cyclesOf(block: BlockEntry, { targets }: Passing): readonly Finding[] {
  return componentsOf(targets)
    .filter(([first = '', ...others]) => others.length > 0 || targets.get(first)?.includes(first))
    .map((component) => {
      const steps = Object.keys(block.steps).filter((id) => component.includes(id))
      const path = [...block.path, 'steps', steps[0] ?? '']
      return { problem: { kind: 'cycle-without-leaf', block: block.ref, steps }, path }
    })
}
