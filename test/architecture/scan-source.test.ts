import { expect, test } from 'vitest'
import { scanSource } from './scan-source.ts'

const specifiersOf = (text: string) =>
  scanSource({ path: 'a.ts', text }).imports.map(({ specifier, line }) => `${line} ${specifier}`)

test.each([
  ["import a from 'x'", ['1 x']],
  ["import a, { b as c } from 'x'", ['1 x']],
  ["import * as a from 'x'", ['1 x']],
  ["import type { A } from 'x'", ['1 x']],
  ["import {\n  a,\n  type B,\n} from 'x'", ['4 x']],
  ["import 'x'", ['1 x']],
  ["export { a } from 'x'", ['1 x']],
  ["export type * from 'x'", ['1 x']],
  ["const a = await import('x')", ['1 x']],
  ["type A = import('x').A", ['1 x']],
  ["const a = require('x')", ['1 x']],
  ["import t from './t.json' with { type: 'json' }", ['1 ./t.json']],
  ["export { a }\nimport { b } from 'x'", ['2 x']],
  ["const from = 'y'; import { b } from 'x'", ['1 x']],
  ["// import a from 'x'", []],
  ["/* import a from 'x' */", []],
  ['const a = "import b from \'x\'"', []],
  ["const a = `import b from 'x'`", []],
  ["const a = `${f('y')} import b from 'x'`\nimport c from 'z'", ['2 z']],
  ["const a = /import 'x'/", []],
  ["const a = b / c; import d from 'x' // e / f", ['1 x']],
])('the imports of %j', (text, imports) => {
  expect(specifiersOf(text)).toEqual(imports)
})
