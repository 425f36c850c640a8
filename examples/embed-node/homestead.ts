import { readFileSync } from 'node:fs'
import * as yichuang from '@yichuang/engine'

const county = process.argv[2] ?? '../xingbin'
const file = (name: string) => readFileSync(`${county}/${name}`)
const registers = must(
  yichuang.readRegisters(file('directory.json'), file('people.json'), file('calendar.json')),
)
const release = must(yichuang.readRelease(file('releases/1.json')))
const engine = yichuang.createEngine(release, registers)

// What the household, the village and the sections say, in their order: [{ at, task, action, by?, data? }, …]
const said: readonly Said[] = JSON.parse(readFileSync('walk.json', 'utf8'))
type Said = Omit<yichuang.ActCommand, 'commandId' | 'by'> & { readonly by?: yichuang.Actor }

const at = '2026-03-02T09:00:00+08:00'
const opening = { caseId: 'demo-1', commandId: 'open', item: 'homestead', town: 'sanwu', at }
let { case: kase, events: ledger } = must(engine.open(opening))
for (const [n, words] of said.entries()) {
  // Without a name, the first person that the town's directory asks.
  const asked = engine.openTasks(kase, words.at).find(({ step }) => step === words.task)
  const by = words.by ?? { person: asked?.people[0] ?? 'nobody' }
  const moved = must(engine.act(kase, { commandId: `act-${n + 1}`, ...words, by }))
  kase = moved.case
  ledger = [...ledger, ...moved.events]
}

for (const { seq, kind, subject, effectiveAt, hash } of yichuang.seal(ledger).slice(-4)) {
  console.log(seq, effectiveAt, kind, subject, hash)
}
console.log('certificate', kase.documents['homestead-certificate']?.last, kase.position.outcome)

function must<T>(result: yichuang.Result<T, unknown>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}
