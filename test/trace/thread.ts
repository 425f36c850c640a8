import { parentPort, workerData } from 'node:worker_threads'
import { xingbinEngine } from '../../scripts/bench/homestead-case.ts'
import { type Assignment, runnableOf } from './threads.ts'
import { walkBoth } from './walk.ts'

const assignments: readonly Assignment[] = workerData
const engine = xingbinEngine()
parentPort?.postMessage(
  assignments.map(({ item, town, steps, seed }) =>
    walkBoth(runnableOf(engine, item, town), steps, seed),
  ),
)
