import { createEngine, ok, type Result, type Workflow } from '@yichuang/engine'
import { unmetIn } from './expect.ts'
import { actIn, openIn, tickIn } from './perform.ts'
import { redacted } from './redact.ts'
import type { ScriptFault } from './script-fault.ts'
import type { ScriptLine } from './script-line.ts'
import type { Setting, Unmet, Walked } from './walked.ts'

/** Runs a script. A line that cannot be used stops it; refusals and unmet expectations are collected. */
export async function walk(
  setting: Setting,
  script: readonly ScriptLine[],
): Promise<Result<Walked, ScriptFault>> {
  let walked = begin(setting)
  for (const [index, line] of script.entries()) {
    const stepped = await takeLine(setting, walked, line)
    if (!stepped.ok) return stepped
    const after = withRefusal(stepped.value, line, script[index + 1])
    setting.watch?.({ line, before: walked, after })
    walked = after
  }
  return ok(walked)
}

function begin({ engine }: Setting): Walked {
  return {
    engine,
    kase: null,
    ledger: [],
    at: null,
    refusals: [],
    unmet: [],
    usesDemoSalts: false,
    last: { events: [], refusal: null },
  }
}

async function takeLine(
  setting: Setting,
  walked: Walked,
  line: ScriptLine,
): Promise<Result<Walked, ScriptFault>> {
  switch (line.kind) {
    case 'open':
      return openIn(setting, walked, line)
    case 'act':
      return actIn(walked, line)
    case 'tick':
      return tickIn(walked, line)
    case 'expect': {
      const unmet = unmetIn(walked, line.expect).map(
        (expected) => ({ line: line.line, kind: 'expected', ...expected }) as const,
      )
      return ok({ ...walked, unmet: [...walked.unmet, ...unmet] })
    }
    case 'registers': {
      const registers = await setting.door.open(walked.engine.registers, line, walked.at)
      if (!registers.ok) return registers
      return ok({ ...walked, engine: createEngine(setting.engine.release, registers.value) })
    }
  }
}

/** A refusal is a fault of the script, unless the next line expects it. */
function withRefusal(walked: Walked, line: ScriptLine, next: ScriptLine | undefined): Walked {
  const { refusal } = walked.last
  if (refusal === null || line.kind === 'expect' || line.kind === 'registers') return walked
  const shown = redacted(refusal, workflowOf(walked))
  const refusals = [...walked.refusals, { line: line.line, ...shown }]
  const isExpected = next?.kind === 'expect' && next.expect.refused !== undefined
  const unmet: readonly Unmet[] = isExpected
    ? walked.unmet
    : [...walked.unmet, { line: line.line, kind: 'refused', refusal: shown }]
  return { ...walked, refusals, unmet, last: { ...walked.last, refusal: shown } }
}

/** The workflow that the case runs on. */
export function workflowOf({
  engine,
  kase,
}: Pick<Walked, 'engine' | 'kase'>): Workflow | undefined {
  return kase === null ? undefined : engine.release.content.workflows[kase.workflow]
}
