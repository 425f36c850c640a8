import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The engine's own tests, with the clock and chance guarded. The root is given on the command line. */
export default defineConfig({
  ssr: {
    resolve: { conditions: ['@yichuang/source', 'module', 'node', 'development|production'] },
  },
  test: {
    include: ['packages/engine/src/**/*.test.ts'],
    exclude: ['**/*.long.test.ts', '**/node_modules/**'],
    setupFiles: [resolve(import.meta.dirname, 'guard-globals.ts')],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
  },
})
