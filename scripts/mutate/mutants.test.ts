import { expect, test } from 'vitest'
import { loads, mutantsOf, planted } from './mutants.ts'

/** Each planted fault as the line it makes. */
function faultsIn(text: string): string[] {
  return mutantsOf('a.ts', text).map((mutant) => planted(text, mutant))
}

test.each([
  ['const a = b < c', ['const a = b <= c']],
  ['const a = b >= c', ['const a = b > c']],
  ['const a = b === c', ['const a = b !== c']],
  ['const a = b && c', ['const a = b || c']],
  ['const a = day + 1', ['const a = day - 1', 'const a = day + 2']],
  ['const a = !b', ['const a = b']],
  ['const a = true', ['const a = false']],
  ['const a = b.some(c)', ['const a = b.every(c)']],
  ['const a = Math.min(b, c)', ['const a = Math.max(b, c)']],
  ['if (f(a)) b()', ['if (!(f(a))) b()', 'if (false) b()']],
  ['\n  events.push(f(a))\n', ['\n  void 0\n']],
  ['const a = [\n  ...f(b),\n]', ['const a = [\n  \n]']],
])('in %j', (text, faults) => {
  expect(faultsIn(text)).toEqual(faults)
})

test.each([
  ['types', 'type A = 1 | true\ninterface B { readonly ok: true; n: 3 }\nlet c: Map<string, 2>'],
  ['comments', '// a < b && c\n/* 1 + 2 */'],
  ['texts', "const a = 'b < c && 1'"],
  ['patterns', 'const a = /b < 1/'],
  ['imports', "import { a } from './b1.ts'"],
  ['names with digits and decimal numbers', 'const a1 = 1.5'],
])('no fault is planted in %s', (_title, text) => {
  expect(mutantsOf('a.ts', text)).toEqual([])
})

test('a fault knows its line', () => {
  expect(mutantsOf('a.ts', '\n\nconst a = b < c').map(({ line }) => line)).toEqual([3])
})

test('a text that cannot be loaded is told apart', () => {
  expect([loads('const a: number = 1'), loads('const a = = 1')]).toEqual([true, false])
})
