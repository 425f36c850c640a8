import { expect, test } from 'vitest'
import { en } from './en.ts'
import { wordingOf } from './wording.ts'
import { zh } from './zh.ts'

const placeholders = (template: string): readonly string[] =>
  [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort()

test('both languages have the same sentences, filled from the same facts', () => {
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  const differing = Object.entries(zh).filter(
    ([key, template]) =>
      placeholders(template).join() !== placeholders(Reflect.get(en, key)).join(),
  )
  expect(differing).toEqual([])
})

test('no sentence is empty, and Chinese ones are Chinese', () => {
  const texts = [...Object.values(zh), ...Object.values(en)]
  expect(texts.filter((text) => text.trim() === '')).toEqual([])
  const foreign = Object.entries(zh).filter(
    ([key, text]) =>
      /^(finding|refusal|fault|script|run)\./.test(key) && !/[\u4e00-\u9fff{]/.test(text),
  )
  expect(foreign).toEqual([])
})

test('a part between guillemets is left out when its fact is missing', () => {
  const { say } = wordingOf('zh')
  expect(say('usage.unknown-command', { name: 'chek', nearest: 'check' })).toBe(
    '没有“chek”这个命令。最接近的是 check。',
  )
  expect(say('usage.unknown-command', { name: 'x' })).toBe('没有“x”这个命令。')
})
