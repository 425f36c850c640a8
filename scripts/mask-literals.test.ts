import { expect, test } from 'vitest'
import { maskLiterals } from './mask-literals.ts'

test.each([
  ["a('it\\'s') // b", "a('     ')     "],
  ['`a${ { b: `c${d}e` } }f`', '` ${ { b: ` ${d} ` } } `'],
  ['`\\`${a}\\${b`', '`  ${a}    `'],
  ['a = /[/"]/g + b', 'a =         + b'],
  ['return /"/', 'return    '],
  ['a / b / "c"', 'a / b / " "'],
  ["<p>don't</p>\nx", "<p>don't</p>\nx"],
  ['<img a={b} /> // c', '<img a={b} />     '],
  ['/* a\n b */ c', '    \n      c'],
])('only the code of %j stays', (text, masked) => {
  expect(maskLiterals(text)).toBe(masked)
})
