import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { homesteadReference } from '../testing/homestead-reference.ts'
import { formatFile, formatWorkflow } from './pretty.ts'
import { readWorkflow } from './read-model.ts'
import { renderJson } from './render-json.ts'
import type { Workflow } from './workflow.ts'

describe('the layout of workspace files', () => {
  test('follows the order of the schema, whatever the order of the value', () => {
    const info = {
      towns: ['sanwu', 'shiling'],
      utcOffset: '+08:00',
      locale: 'zh',
      name: { en: 'Xingbin', zh: '兴宾' },
      format: 1,
    } as const

    expect(formatFile('workspace', info)).toMatchInlineSnapshot(`
      "{
        "format": 1,
        "name": { "zh": "兴宾", "en": "Xingbin" },
        "locale": "zh",
        "utcOffset": "+08:00",
        "towns": ["sanwu", "shiling"]
      }
      "
    `)
  })

  test('reading a formatted workflow gives the same workflow, and formatting it again the same text', () => {
    const text = formatWorkflow(homesteadReference)

    const read = readWorkflow(text)
    expect(read).toEqual({ ok: true, value: homesteadReference })
    expect(read.ok && formatWorkflow(read.value)).toBe(text)
  })

  test('one edit is one line of difference', () => {
    const { village, ...others } = homesteadReference.steps
    if (village?.kind !== 'phase') throw new Error('village is a phase')
    const edited: Workflow = {
      ...homesteadReference,
      steps: { village: { ...village, title: { zh: '村级环节' } }, ...others },
    }

    const before = formatWorkflow(homesteadReference).split('\n')
    const after = formatWorkflow(edited).split('\n')
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      '      "title": { "zh": "村级环节" },',
    ])
  })

  test('keeps a drawing that its schema refuses as it is', () => {
    const draft: Workflow = { ...homesteadReference, id: 'Not An Id' }

    expect(JSON.parse(formatWorkflow(draft))).toEqual(draft)
  })

  test('no line is broken into two values, and none runs on where it could break', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = renderJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(renderJson(JSON.parse(text))).toBe(renderJson(JSON.parse(JSON.stringify(value))))
      }),
    )
    expect(renderJson({ a: Array.from({ length: 40 }, () => 'xx') }).split('\n')).toHaveLength(45)
  })
})
