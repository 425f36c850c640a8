import { describe, expect, test } from 'vitest'
import { findViolations } from './architecture/find-violations.ts'
import { readSources } from './architecture/read-sources.ts'
import { lineOf } from './architecture/violation.ts'

describe('the sources of the repository', () => {
  const sources = readSources()

  test('are seen: a rule that looks at no file proves nothing', () => {
    const seen = sources.map(({ path }) => path)
    expect(seen.length).toBeGreaterThan(20)
    expect(seen).toContain('packages/engine/src/model/workflow.ts')
    expect(seen).toContain('test/architecture.test.ts')
    expect(seen.filter((path) => path.includes('node_modules'))).toEqual([])
  })

  test('break no rule of the architecture', () => {
    expect(findViolations(sources).map(lineOf)).toEqual([])
  })
})

const ENGINE = 'packages/engine/src'
const planted: [title: string, path: string, text: string, reported: string][] = [
  [
    'the engine importing analysis',
    `${ENGINE}/case/a.ts`,
    "import { check } from '@yichuang/analysis'",
    'engine may not import analysis',
  ],
  [
    'a diagram drawing from interop',
    'packages/diagram/src/a.ts',
    "export { bpmn } from '@yichuang/interop'",
    'diagram may not import interop',
  ],
  [
    'an editor using the command line',
    'apps/editor/src/a.tsx',
    "import '@yichuang/cli'",
    'editor may not import cli',
  ],
  [
    'a path into another package',
    'packages/analysis/src/a.ts',
    "import { ok } from '../../engine/src/model/result.ts'",
    'a relative import stays inside its package',
  ],
  [
    'a package nobody has placed',
    'packages/extras/src/a.ts',
    "import { z } from 'y'",
    'package extras is missing from the import table',
  ],
  [
    'the model importing the calendar',
    `${ENGINE}/model/a.ts`,
    "import type { Day } from '../calendar/day.ts'",
    'engine/model may not import calendar',
  ],
  [
    'the directory importing the calendar',
    `${ENGINE}/directory/a.ts`,
    "import { day } from '../calendar/day.ts'",
    'engine/directory may not import calendar',
  ],
  [
    'routing importing a machine',
    `${ENGINE}/routing/a.ts`,
    "const late = await import('../machine/compile.ts')",
    'engine/routing may not import machine',
  ],
  [
    'a machine importing a case',
    `${ENGINE}/machine/a.ts`,
    "type Kase = import('../case/kase.ts').Kase",
    'engine/machine may not import case',
  ],
  [
    'builders importing the trace',
    `${ENGINE}/testing/a.ts`,
    "import { traceMachine } from '../trace/tracer.ts'",
    'engine/testing may not import trace',
  ],
  [
    'a layer importing the index',
    `${ENGINE}/rule/a.ts`,
    "import { ok } from '../index.ts'",
    'a package never imports its own index',
  ],
  [
    'a package importing itself by name',
    'packages/interop/src/a.ts',
    "import { x } from '@yichuang/interop'",
    'a package never imports its own index',
  ],
  [
    'XState in a case',
    `${ENGINE}/case/a.ts`,
    "import type { Snapshot } from 'xstate'",
    'XState is imported only in',
  ],
  [
    'XState in a component',
    'apps/editor/src/shell/panel.tsx',
    "import { useMachine } from '@xstate/react'",
    'XState is imported only in',
  ],
  [
    'React Flow outside the canvas',
    'apps/editor/src/shell/a.tsx',
    "import { Handle } from '@xyflow/react'",
    'React Flow is imported only in',
  ],
  [
    'React in a diagram',
    'packages/diagram/src/a.ts',
    "import { createElement } from 'react'",
    'React is imported only in',
  ],
  ['zod in a rule', `${ENGINE}/rule/a.ts`, "import { z } from 'zod'", 'zod is imported only in'],
  [
    'Node in the engine',
    `${ENGINE}/case/a.ts`,
    "import { readFileSync } from 'node:fs'",
    'pure packages know nothing of Node',
  ],
  ['a clock', `${ENGINE}/case/a.ts`, 'export const now = () => Date.now()', 'no clock'],
  ['a clock used as a type', `${ENGINE}/case/a.ts`, 'export let at: Date', 'no clock'],
  ['chance', `${ENGINE}/case/a.ts`, 'export const id = Math.random()', 'no randomness'],
  ['code from text', `${ENGINE}/rule/a.ts`, "export const run = new Function('1')", 'no clock'],
  ['evaluation of text', `${ENGINE}/rule/a.ts`, "export const run = eval('1')", 'no clock'],
  ['a timer', `${ENGINE}/case/a.ts`, 'setTimeout(() => {}, 1)', 'no outside world'],
  ['the process', `${ENGINE}/case/a.ts`, "export const tz = process.env['TZ']", 'no outside world'],
  ['the network', `${ENGINE}/case/a.ts`, "void fetch('/x')", 'no outside world'],
  ['the console', `${ENGINE}/case/a.ts`, "console.log('x')", 'no outside world'],
  ['a locale', `${ENGINE}/case/a.ts`, 'export const text = (1).toLocaleString()', 'no locale'],
  [
    'a locale in an expression inside a text',
    `${ENGINE}/case/a.ts`,
    'export const t = `a ${new Intl.NumberFormat()} b`',
    'no locale',
  ],
  [
    'an order of the locale',
    `${ENGINE}/case/a.ts`,
    "export const n = 'a'.localeCompare('b')",
    'no locale',
  ],
  [
    'a hand-made snapshot',
    'packages/analysis/src/a.ts',
    'machine.resolveState({ value })',
    'a state value is set by the machine alone',
  ],
  [
    'a restored snapshot in a case',
    `${ENGINE}/case/a.ts`,
    'machine.restoreSnapshot(s, scope)',
    'a state value is set by the machine alone',
  ],
  [
    'a default export',
    'apps/editor/src/a.tsx',
    'export default function A() {}',
    'no default exports',
  ],
  [
    'a default export by renaming',
    'packages/cli/src/a.ts',
    'export { a as default }',
    'no default exports',
  ],
  [
    'an index that exports everything',
    `${ENGINE}/index.ts`,
    "export * from './model/step.ts'",
    'an index names what it exports',
  ],
  ['any as a parameter', 'packages/cli/src/a.ts', 'export function f(x: any) {}', 'no any'],
  ['any inside a type', 'packages/cli/src/a.ts', 'export type A = Record<string, any>', 'no any'],
  ['any as a cast', 'packages/cli/src/a.ts', 'export const a = b as any', 'no any'],
  ['a file of 301 lines', 'packages/cli/src/a.ts', 'export {}\n'.repeat(301), 'at most 300 lines'],
]

describe('a planted fault is reported', () => {
  test.each(planted)('%s', (_title, path, text, reported) => {
    const found = findViolations([{ path, text }]).map(lineOf)
    expect(found.join('\n')).toContain(reported)
  })

  test('a second file that configures zod', () => {
    const text = "import { config } from 'zod'"
    const found = findViolations([
      { path: `${ENGINE}/model/zod.ts`, text },
      { path: `${ENGINE}/model/also-zod.ts`, text },
    ])
    expect(found).toHaveLength(1)
  })

  test('a cycle of three files, one import of it for types only', () => {
    const found = findViolations([
      { path: 'packages/cli/src/a.ts', text: "import { b } from './b.ts'" },
      { path: 'packages/cli/src/b.ts', text: "import type { C } from './run/c.ts'" },
      { path: 'packages/cli/src/run/c.ts', text: "export { a } from '../a.ts'" },
      { path: 'packages/cli/src/d.ts', text: "import { a } from './a.ts'" },
    ])
    expect(found.map(lineOf)).toEqual([
      'packages/cli/src/a.ts:1: imports itself by way of packages/cli/src/b.ts, packages/cli/src/run/c.ts (no import cycles)',
    ])
  })
})

describe('what is allowed is not reported', () => {
  test.each([
    ['a schema with zod', `${ENGINE}/model/step.schema.ts`, "import { z } from 'zod'"],
    ['XState in a machine', `${ENGINE}/machine/compile.ts`, "import { setup } from 'xstate'"],
    [
      "XState in the editor's hook",
      'apps/editor/src/shell/use-save.ts',
      "import { useMachine } from '@xstate/react'",
    ],
    [
      'React Flow in the canvas',
      'apps/editor/src/canvas/node.tsx',
      "import { Handle } from '@xyflow/react'",
    ],
    [
      'words in comments',
      `${ENGINE}/case/a.ts`,
      '// Date.now() is any\n/* import x from "xstate" */\nexport {}',
    ],
    [
      'words in texts',
      `${ENGINE}/case/a.ts`,
      'export const a = \'Date: any\' + "eval" + `process.env ${1}`',
    ],
    ['words in a pattern', `${ENGINE}/case/a.ts`, 'export const a = /Date|eval["\']/.test(b)'],
    [
      'longer names',
      `${ENGINE}/case/a.ts`,
      'export type IsoDate = string; const dateOf = (x: Days) => x.Date',
    ],
    ['a test that reads the clock', `${ENGINE}/case/a.test.ts`, 'const now = Date.now()'],
    [
      'a short property named any',
      'packages/cli/src/a.ts',
      'export const a = { all, any }; f(all, any)',
    ],
  ])('%s', (_title, path, text) => {
    expect(findViolations([{ path, text }]).map(lineOf)).toEqual([])
  })
})
