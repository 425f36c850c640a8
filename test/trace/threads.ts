import { Worker } from 'node:worker_threads'
import type { Engine, Runnable } from '@yichuang/engine'
import type { Walked } from './walk.ts'

/** A walk of one workflow in one town. */
export interface Assignment {
  readonly item: string
  readonly town: string
  readonly steps: number
  readonly seed: number
}

/** Printed with every walk; YICHUANG_SEED repeats one. */
export const SEED = Number(process.env['YICHUANG_SEED'] ?? Math.floor(Math.random() * 1e9))

/** Walks in a thread of its own that Node itself runs from source. */
export function walkInThread(assignment: Assignment): Promise<Walked> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: assignment,
    execArgv: ['--conditions', '@yichuang/source'],
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the walk ended with ${code} and no result`)))
  })
}

/** A workflow of the workspace, compiled for a town. */
export function runnableOf(engine: Engine, item: string, town: string): Runnable {
  const run = engine.runnable(item, town)
  if (!run.ok) throw new Error(`${item} in ${town}: ${run.error.kind}`)
  return run.value
}
