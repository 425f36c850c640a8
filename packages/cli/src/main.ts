import { runCommandLine } from './command-line.ts'
import { processTerminal } from './terminal.ts'

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
} catch (error) {
  // A fault of ours: it is told in full, and never passes for findings (1) or for success (0).
  process.stderr.write(`yichuang: ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 2
}
