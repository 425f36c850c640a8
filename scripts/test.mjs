// @ts-check
// Runs every test through Vitest: node scripts/test.mjs [--long] [Vitest's own arguments].
// The first line names the Node that runs; the last one is the tally.
import { parseCLI, startVitest } from 'vitest/node'
import { FileReporter } from './file-reporter.mjs'

process.stdout.write(`yichuang: Node ${process.version} (${process.platform} ${process.arch})\n`)

const given = process.argv.slice(2)
if (given.includes('--long')) process.env['YICHUANG_LONG'] = '1'
const words = ['vitest', 'run', ...given.filter((word) => word !== '--long')]
const { filter, options } = parseCLI(words)
const reporter = new FileReporter()
let broken = 0
try {
  const vitest = await startVitest(filter, {
    ...options,
    run: true,
    watch: false,
    reporters: [reporter],
  })
  await vitest.close()
} catch (error) {
  broken = 1
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
}

const { passed, skipped, slowest } = reporter
const failed = reporter.failed + broken + (reporter.total + broken === 0 ? 1 : 0)
if (reporter.total === 0) process.stdout.write('no test ran\n')
if (skipped > 0) process.stdout.write(`${skipped} skipped\n`)
if (slowest.length > 0) process.stdout.write(`slowest: ${slowest.join(', ')}\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => {
  process.exit(failed > 0 || process.exitCode ? 1 : 0)
})
