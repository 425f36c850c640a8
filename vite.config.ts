import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'
import { HeavyFirst } from './scripts/heavy-first.ts'

const testing = process.env['VITEST'] !== undefined
const long = process.env['YICHUANG_LONG'] === '1'

/** Vitest runs from the top; Vite serves and builds the editor. */
export default defineConfig({
  ...(testing ? {} : { root: resolve(import.meta.dirname, 'apps/editor') }),
  base: './',
  plugins: [react()],
  resolve: { conditions: ['@yichuang/source', 'module', 'browser', 'development|production'] },
  ssr: {
    resolve: { conditions: ['@yichuang/source', 'module', 'node', 'development|production'] },
  },
  worker: { format: 'es' },
  build: { target: 'chrome100', outDir: 'dist', emptyOutDir: true },
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts',
      'examples/**/*.test.ts',
    ],
    exclude: [
      ...configDefaults.exclude,
      '**/dist/**',
      ...(long ? [] : ['**/*.long.test.{ts,tsx}']),
    ],
    maxWorkers: 2,
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: HeavyFirst },
  },
})
