import { configDefaults, defineConfig } from 'vitest/config'

/** The tests that can notice a fault in the engine; without those that look at the repository or start a browser. */
export default defineConfig({
  ssr: {
    resolve: { conditions: ['@yichuang/source', 'module', 'node', 'development|production'] },
  },
  test: {
    // Faults are looked for near by first: `NEAR` narrows a run to some folders.
    include: process.env['NEAR']?.split(',') ?? [
      'packages/*/src/**/*.test.ts',
      'test/*.test.ts',
      'examples/**/*.test.ts',
    ],
    exclude: [
      ...configDefaults.exclude,
      '**/*.long.test.ts',
      'test/{architecture,engine-purity,hygiene,public-api}.test.ts',
    ],
    maxWorkers: 1,
    isolate: false,
    passWithNoTests: true,
    testTimeout: 30_000,
    reporters: ['dot'],
  },
})
