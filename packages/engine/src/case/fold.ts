import type { Case, Vault } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import { BrokenLedger, evolve } from './evolve.ts'

/** The case that a ledger tells. Always possible: without XState, rules, registers or release. */
export function fold(ledger: readonly CaseEvent[], vault: Vault = {}): Case {
  let kase: Case | null = null
  for (const event of ledger) kase = evolve(kase, event, vault)
  if (kase === null) throw new BrokenLedger(0)
  return kase
}
