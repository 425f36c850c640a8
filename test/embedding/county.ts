import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { runInProcess } from '../../packages/cli/src/testing/run-in-process.ts'
import { root } from './published.ts'

/** Copies the example county and publishes its first release there, as its people would. */
export async function makeCounty(folder: string): Promise<void> {
  cpSync(join(root, 'examples/xingbin'), folder, { recursive: true })
  const published = await runInProcess([
    'release',
    folder,
    ...['--note', '首次发布', '--effective-from', '2026-03-01'],
    ...['--prepared-by', 'S-TOWN-07', '--approved-by', 'S-TOWN-01'],
  ])
  if (published.code !== 0) throw new Error(`${published.out}\n${published.err}`)
}
