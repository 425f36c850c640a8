import { describe, expect, test } from 'vitest'
import { SmallCase } from '../../testing/small-case.ts'
import { phase, task, workflow } from '../../testing/small-workflow.ts'

const one = 'D01-handler-1'
const two = 'D01-handler-2'
const head = 'D01-section-head-1'
const guest = 'D02-handler-1'

const drawn = workflow({
  handle: phase(
    {
      draft: task('check'),
      check: task('=done', { limit: { value: 3, unit: 'working-day', basis: 'A' } }),
    },
    { clocks: { promised: { value: 5, unit: 'working-day', basis: 'B' } } },
  ),
})

const onCheck = () => new SmallCase(drawn).act('draft', 'go', one)

/** What an operator left of the case beside its number and what it is there for. */
function rest({ case: { seq: _, copied: _c, questions: _q, ...kase } }: SmallCase) {
  return kase
}

describe('urging 催办, copying 抄送 and asking 沟通', () => {
  test('move nothing, touch no clock, and leave the act before them to be taken back', () => {
    const kase = onCheck()
    const before = rest(kase)
    kase.act('check', 'urge', '@applicant')
    kase.act('check', 'copy', one, { people: [guest] })
    kase.act('check', 'ask', one, { people: [guest], opinion: '是否占用林地？' })
    kase.act('check', 'reply', guest, { opinion: '不占用。' })
    expect(rest(kase)).toEqual(before)
    expect(kase.act('check', 'take-back', one).open).toEqual(['draft'])
  })
})

describe('urging', () => {
  test('tells those who are asked now', () => {
    const kase = onCheck().act('check', 'urge', '@applicant')
    expect(kase.ledger.at(-1)).toMatchObject({ kind: 'urged', facts: [{ by: '@applicant' }] })
    expect(kase.effects.at(-1)).toMatchObject({
      effect: 'notify',
      task: 'check#1',
      people: [one, two, head],
      why: 'urged',
    })
  })

  test('is for the applicant, whoever worked on the case, and whom the workflow names', () => {
    const named = { ...drawn, policies: { operators: { urge: { by: { post: 'mayor' } } } } }
    const kase = new SmallCase(named).act('draft', 'go', one)
    expect(kase.refuse('check', 'urge', guest)).toMatchObject({
      kind: 'not-for-you',
      asked: ['@applicant', '@agent', 'mayor-1'],
    })
    expect(kase.act('check', 'urge', 'mayor-1').kinds().at(-1)).toBe('urged')
  })
})

describe('copying', () => {
  test('tells each once in a case', () => {
    const kase = onCheck().act('check', 'copy', one, { people: [guest, guest] })
    kase.act('check', 'copy', two, { people: [guest, 'D03-handler-1'] })
    const told = kase.effects.flatMap((effect) =>
      effect.effect === 'notify' && effect.why === 'copied' ? [effect.people] : [],
    )
    expect(told).toEqual([[guest], ['D03-handler-1']])
    expect(kase.case.copied).toEqual([guest, 'D03-handler-1'])
    expect(kase.refuse('check', 'go', guest).kind).toBe('not-for-you')
  })

  test('is for those asked, to members of staff', () => {
    const kase = onCheck()
    expect(kase.refuse('check', 'copy', guest, { people: [one] }).kind).toBe('not-for-you')
    expect(kase.refuse('check', 'copy', one, { people: ['nobody'] })).toMatchObject({
      kind: 'cannot-take-over',
      because: 'not-staff',
    })
  })
})

describe('asking for information', () => {
  test('waits for an answer of each, and tells whoever asked', () => {
    const kase = onCheck()
    kase.act('check', 'ask', one, { people: [guest, '@applicant'], opinion: '面积？' })
    expect(kase.case.questions).toEqual([
      { task: 'check#1', by: one, people: [guest, '@applicant'] },
    ])
    kase.act('check', 'reply', '@applicant', { opinion: '九十平方米' })
    expect(kase.case.questions).toMatchObject([{ people: [guest] }])
    expect(kase.effects.at(-1)).toMatchObject({ people: [one], why: 'replied' })
    kase.act('check', 'reply', guest, { opinion: '同上' })
    expect(kase.case.questions).toEqual([])
    expect(kase.refuse('check', 'reply', guest, { opinion: '再答' }).kind).toBe('not-for-you')
  })

  test('falls away with the step', () => {
    const kase = onCheck()
    kase.act('check', 'ask', one, { people: [guest], opinion: '面积？' }).act('check', 'go', one)
    expect(kase.case.questions).toEqual([])
  })

  test('needs a question and an answer in words', () => {
    const kase = onCheck()
    expect(kase.refuse('check', 'ask', one, { people: [guest] })).toMatchObject({
      kind: 'opinion-needed',
    })
    kase.act('check', 'ask', one, { people: [guest], opinion: '面积？' })
    expect(kase.refuse('check', 'reply', guest, { opinion: ' ' }).kind).toBe('opinion-needed')
  })
})
