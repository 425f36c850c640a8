import { RULESET } from '@yichuang/analysis'
import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { wordingIn } from './wording.ts'
import { zh } from './zh.ts'

interface Tree {
  readonly [key: string]: string | Tree
}

function leaves(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : leaves(value, `${path}${key}.`),
  )
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the string tables', () => {
  test('both languages have the same keys', () => {
    const keysOf = (tree: Tree) =>
      leaves(tree)
        .map(([key]) => key)
        .filter((key) => !key.endsWith('_one'))
        .sort()
    expect(keysOf(en)).toEqual(keysOf(zh))
  })

  test('no wording is empty', () => {
    const isMeantToBeEmpty = (text: string) => text.trim() === ''
    expect(leaves(zh).filter(([, text]) => isMeantToBeEmpty(text))).toEqual([])
    expect(leaves(en).filter(([, text]) => isMeantToBeEmpty(text))).toEqual([])
  })

  test('no wording of one language asks for a fact that the other does not know', () => {
    const chinese = new Map(leaves(zh))
    const strange = leaves(en).filter(([key, text]) => {
      const known = new Set(placeholders(chinese.get(key.replace(/_one$/, '')) ?? ''))
      return placeholders(text).some((name) => !known.has(name))
    })
    expect(strange).toEqual([])
  })

  test('nothing but Chinese stands in the Chinese one, apart from names of keys and commands', () => {
    const allowed =
      /\{\{\w+\}\}|yichuang (?:edit|init)|\bMIT\b|Enter|Delete|Escape|\bA\b|\bC\b|中文 \/ EN/g
    const latin = leaves(zh).filter(([, text]) => /[A-Za-z]/.test(text.replace(allowed, '')))
    expect(latin).toEqual([])
  })

  test('no Chinese stands in the English one, apart from the name of the language', () => {
    const chinese = leaves(en).filter(([, text]) =>
      /[\u4e00-\u9fff]/.test(text.replace('中文', '')),
    )
    expect(chinese).toEqual([])
  })

  test.each(['zh', 'en'] as const)(
    'every finding that the checks make has a sentence in %s',
    (language) => {
      const { has } = wordingIn(language)
      const dumb = Object.keys(RULESET).filter((kind) => !has(`finding.${kind}.fact`))
      expect(dumb).toEqual([])
    },
  )

  test('a fact is put where its placeholder stands', () => {
    expect(wordingIn('zh').t('unit.sentence.workingDay', { n: 3 })).toBe('3 个工作日')
    expect(wordingIn('en').t('unit.sentence.workingDay', { n: 3 })).toBe('3 working days')
  })
})
