import { compileDirectory, type Directory, type People } from '@yichuang/engine'
import { describe, expect, test } from 'vitest'
import { stepOf } from '../document/block.ts'
import { SAMPLE } from '../document/sample.ts'
import { wordingIn } from '../wording/wording.ts'
import { basisWords } from './basis-words.ts'
import { cardFace } from './card-face.ts'
import { conditionWords, exitWords } from './exit-words.ts'
import { stepSentence } from './step-sentence.ts'
import type { Reading } from './who-plate.ts'

const DIRECTORY: Directory = {
  format: 1,
  edition: 1,
  duties: {
    D01: { title: { zh: '窗口受理' } },
    D07: { title: { zh: '用地管控', en: 'Land use' } },
    D11: { title: { zh: '水利、河道、灌溉' } },
  },
  posts: {
    'window-clerk': { title: { zh: '窗口人员' }, level: 'section' },
    mayor: { title: { zh: '镇长', en: 'Mayor' }, level: 'town' },
  },
  towns: {
    shiling: {
      title: { zh: '石陵镇', en: 'Shiling' },
      centres: {
        build: {
          title: { zh: '乡村建设中心' },
          short: { zh: '乡建' },
          kind: 'centre',
          sections: { resources: { title: { zh: '资源管理股' } } },
        },
      },
      bindings: [
        { duty: 'D01', section: 'resources', part: 'lead' },
        { duty: 'D07', section: 'resources', part: 'lead', from: '2025-01-01' },
        { duty: 'D11', section: 'resources', part: 'proposed' },
      ],
    },
  },
}
const PEOPLE: People = {
  format: 1,
  edition: 1,
  people: { p1: { town: 'shiling', holds: [{ post: 'mayor' }] } },
}

function reading(language: 'zh' | 'en' = 'zh', day = '2025-10-09'): Reading {
  const wording = wordingIn(language)
  const townNames = (town: string) => wording.name(DIRECTORY.towns[town]?.title, town)
  return {
    workflow: SAMPLE,
    workflowNamed: () => SAMPLE,
    directory: compileDirectory(DIRECTORY, PEOPLE),
    tables: {},
    sources: { F01: { title: { zh: '《中华人民共和国行政许可法》(2019年修正)' } } },
    town: 'shiling',
    townTitle: townNames('shiling'),
    townNames,
    day,
    wording,
  }
}

const faceOf = (id: string, at = reading()) => {
  const step = stepOf(SAMPLE, id)
  if (!step) throw new Error(`no step ${id}`)
  return cardFace(id, step, undefined, at)
}

describe('what a card says', () => {
  test('the doorplate names the centre and the section that act in the town', () => {
    const { plates, post, isGap } = faceOf('intake')
    expect(plates.map(({ left, right }) => [left, right])).toEqual([['乡建', '资源管理股']])
    expect(post).toBe('窗口人员')
    expect(isGap).toBe(false)
  })

  test('a duty that nobody leads is a vacancy of the town, with what is proposed', () => {
    const [plate] = faceOf('water-opinion').plates
    expect(plate).toMatchObject({
      left: '石陵镇',
      right: '空位',
      isGap: true,
      proposed: '资源管理股',
      full: '石陵镇没有股室承担“水利、河道、灌溉”',
    })
  })

  test('before the day on which a section takes over a duty it is vacant', () => {
    expect(faceOf('land-opinion', reading('zh', '2024-12-31')).isGap).toBe(true)
    expect(faceOf('land-opinion', reading('zh', '2025-01-01')).isGap).toBe(false)
  })

  test('a post of the whole town stands on the plate of the town government', () => {
    const [plate] = faceOf('decide').plates
    expect([plate?.left, plate?.right]).toEqual(['镇政府', '镇长'])
  })
})

describe('words of exits and conditions', () => {
  test.each([
    ['joint', '0', '意见到齐后汇总'],
    ['joint', '1', '其余情况'],
    ['route', 'otherwise', '其余情况'],
    ['land-opinion', 'agree', '同意'],
    ['handling', 'granted', '准予'],
  ])('the exit %s of %s is “%s”', (step, exit, words) => {
    expect(exitWords(SAMPLE, step, exit, wordingIn('zh'))).toBe(words)
  })

  const workflow = {
    ...SAMPLE,
    fields: {
      wet: { type: 'boolean', label: { zh: '涉及河道', en: 'Near water' } },
      kind: {
        type: 'choice',
        of: ['new'],
        labels: { new: { zh: '新建' } },
        label: { zh: '建房类型' },
      },
    },
  } as const
  test.each([
    ['wet', '涉及河道'],
    ['not(wet)', '非涉及河道'],
    ['wet = true', '涉及河道'],
    ['kind = "new" and wet', '建房类型为新建，且涉及河道'],
  ])('%s reads “%s”', (feel, words) => {
    expect(conditionWords(feel, workflow, wordingIn('zh'))).toBe(words)
  })

  test('English begins a label inside a sentence with a small letter', () => {
    expect(conditionWords('wet', workflow, wordingIn('en'))).toBe('near water')
  })
})

test('the sentence of a vacant step says so', () => {
  expect(stepSentence('water-opinion', reading())).toBe(
    '[[wet]]时，由承担[[水利、河道、灌溉]]的股室办理；石陵镇((尚无股室承担))。',
  )
})

test.each([
  ['F01 art.42', '《中华人民共和国行政许可法》第 42 条'],
  ['F01 art.32(4)', '《中华人民共和国行政许可法》第 32 条第 4 款'],
  ['F01', '《中华人民共和国行政许可法》'],
  ['某文件', '某文件'],
])('the citation %s reads %s', (basis, words) => {
  const { sources, wording } = reading()
  expect(basisWords(basis, sources, wording)).toBe(words)
})
