// @ts-check
// Plants small faults in the engine, one at a time and in a copy, and lists those that no test notices:
//   node scripts/mutate.mjs [--count 50] [--seed 1] [--workers 2] [--require 0] [--out FILE] [folder…]
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { plantFaults } from './mutate/plant-faults.ts'
import { root } from './set-up-say.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    require: { type: 'string', default: '0' },
    out: { type: 'string' },
    root: { type: 'string', default: root },
  },
})
const engine = ['case', 'calendar', 'rule', 'routing', 'machine']
const folders =
  positionals.length > 0 ? positionals : engine.map((name) => `packages/engine/src/${name}`)
const count = Number(values.count)

process.stdout.write(`yichuang: Node ${process.version} (${process.platform} ${process.arch})\n`)
// Node still calls its own type stripping experimental.
process.removeAllListeners('warning')
const outcomes = await plantFaults({
  root: resolve(values.root),
  folders,
  count,
  seed: Number(values.seed),
  workers: Math.min(2, Number(values.workers)),
  report: ({ mutant, fate }, done) => {
    process.stderr.write(`${done}/${count} ${fate}: ${mutant.path}:${mutant.line}\n`)
  },
}).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(2)
})

/** @param {string} fate */
const having = (fate) => outcomes.filter((outcome) => outcome.fate === fate)
const oneLine = (/** @type {string} */ text) =>
  text.replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 80)
const survivors = having('survived')
  .map(({ mutant }) => mutant)
  .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
const table = [
  '| place | was | fault |',
  '| --- | --- | --- |',
  ...survivors.map(
    ({ path, line, before, after }) =>
      `| ${path}:${line} | \`${oneLine(before)}\` | \`${oneLine(after)}\` |`,
  ),
].join('\n')
const noticed = having('killed').length + having('timeout').length
const counted = noticed + survivors.length
const share = counted === 0 ? 0 : Math.floor((100 * noticed) / counted)
const summary =
  `${counted} faults planted (seed ${values.seed}): ${noticed} noticed (${having('timeout').length} by running out ` +
  `of time), ${survivors.length} survived, ${share} % noticed; ${having('does not load').length} did not load`

const text = `${survivors.length > 0 ? `${table}\n\n` : ''}${summary}\n`
process.stdout.write(text)
if (values.out !== undefined) {
  mkdirSync(dirname(resolve(values.out)), { recursive: true })
  writeFileSync(values.out, text)
}
process.exitCode = counted === 0 || share < Number(values.require) ? 1 : 0
