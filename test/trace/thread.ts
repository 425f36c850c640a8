import { parentPort, workerData } from 'node:worker_threads'
import { xingbinEngine } from '../../scripts/bench/homestead-case.ts'
import { type Assignment, runnableOf } from './threads.ts'
import { walkBoth } from './walk.ts'

const { item, town, steps, seed }: Assignment = workerData
parentPort?.postMessage(walkBoth(runnableOf(xingbinEngine(), item, town), steps, seed))
