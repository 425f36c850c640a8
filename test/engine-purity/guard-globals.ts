import { configureGlobal } from 'fast-check'
import { afterAll } from 'vitest'

// Loaded before each test file of the engine. The clock, chance, timers and code from text go on working for the test
// runner, but a call that stands on the engine's own sources throws, and is reported even where the engine caught it.

// The module loader and the test libraries stand on the engine too while it is imported; those calls are their own.
const RUNNER = /\/node_modules\/(?:vite|vitest|@vitest\/[^/]+|fast-check)\//
const ENGINE_SOURCE = /\/packages\/engine\/src\/(?!.*\.test\.ts)/
// One worker runs many test files and loads this file for each: the globals are guarded once.
const GUARD = Symbol.for('yichuang.guard')
const earlier: unknown = Reflect.get(globalThis, GUARD)
const calls: Set<unknown> = earlier instanceof Set ? earlier : new Set()

function refuseToTheEngine(name: string): void {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 60
  const stack = new Error(name).stack ?? ''
  Error.stackTraceLimit = limit
  const frame = stack.split('\n').find((line) => ENGINE_SOURCE.test(line) || RUNNER.test(line))
  if (frame === undefined || RUNNER.test(frame)) return
  const call = `the engine used ${name} ${frame.trim()}`
  calls.add(call)
  throw new Error(call)
}

function guard(owner: object, key: string, name: string): void {
  const real: unknown = Reflect.get(owner, key)
  if (typeof real !== 'function') throw new Error(`there is no ${name} to guard`)
  const guarded: object = new Proxy(real, {
    apply(target, self, args) {
      refuseToTheEngine(name)
      return Reflect.apply(target, self, args)
    },
    construct(target, args, asked): object {
      refuseToTheEngine(name)
      return Reflect.construct(target, args, asked === guarded ? target : asked)
    },
  })
  Reflect.set(owner, key, guarded)
}

// Random tests have had their full number of runs in the ordinary suite.
configureGlobal({ numRuns: 25 })

if (earlier === undefined) {
  Reflect.set(globalThis, GUARD, calls)
  guard(Date, 'now', 'Date.now')
  guard(Date, 'parse', 'Date.parse')
  guard(globalThis, 'Date', 'Date')
  guard(globalThis, 'Function', 'Function')
  guard(Math, 'random', 'Math.random')
  guard(performance, 'now', 'performance.now')
  guard(crypto, 'randomUUID', 'crypto.randomUUID')
  guard(crypto, 'getRandomValues', 'crypto.getRandomValues')
  for (const timer of ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch']) {
    guard(globalThis, timer, timer)
  }
}

afterAll(() => {
  const found = [...calls].join('\n')
  calls.clear()
  if (found !== '') throw new Error(found)
})
