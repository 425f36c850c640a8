import { readdirSync, readFileSync } from 'node:fs'
import type { Workflow } from '@yichuang/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Drawing } from './drawing.ts'
import { middleX } from './geometry.ts'
import { layOut } from './layout.ts'
import {
  badLabels,
  doubles,
  looseArrows,
  mergedLines,
  overlaps,
  piercings,
  strays,
  tangledBoxes,
} from './testing/faults.ts'
import { workflows } from './testing/random-workflow.ts'

const EXAMPLES = new URL('../../../examples/xingbin/workflows/', import.meta.url)

const parse = (url: URL): Workflow => JSON.parse(readFileSync(url, 'utf8'))

/** The reference of the workflow language: nearly every construct in one item. */
const homestead = (): Workflow => parse(new URL('testing/homestead.json', import.meta.url))

/** The workflows of the example town, by file name. */
const examples = (): readonly (readonly [string, Workflow])[] =>
  readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, parse(new URL(name, EXAMPLES))])

const measure = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 12 : 6.6), 0)
const draw = (workflow: Workflow): Drawing => layOut(workflow, { measure })
const crossings = (drawing: Drawing): number =>
  drawing.arrows.reduce((sum, arrow) => sum + arrow.crossings.length, 0)

const promises = [
  ['cards and ends keep 12 px apart', overlaps],
  ['boxes stand apart or inside each other', tangledBoxes],
  ['every card and end lies inside its box and band', strays],
  ['arrows are orthogonal and begin and end on borders', looseArrows],
  ['no arrow passes through a card, end or box that it does not join', piercings],
  ['every label has its place beside cards and other labels', badLabels],
  ['arrows run on one line only towards the same target', mergedLines],
  ['no two things have the same id', doubles],
] as const

describe.each(promises)('%s', (_, faults) => {
  test('in any workflow', () => {
    fc.assert(
      fc.property(workflows, (workflow) => {
        expect(faults(draw(workflow))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('in the reference homestead', () => {
    expect(faults(draw(homestead()))).toEqual([])
  })

  test.each(examples())('in %s of the example town', (_name, workflow) => {
    expect(faults(draw(workflow))).toEqual([])
  })

  test('in English with the tall cards', () => {
    const cardSizes = Object.fromEntries(
      draw(homestead()).cards.map((card) => [card.id, { width: 208, height: 84 }]),
    )
    expect(faults(layOut(homestead(), { measure, language: 'en', cardSizes }))).toEqual([])
  })
})

test.each([
  ['homestead.json', 8, 1400],
  ['mapspot.json', 23, 1200],
  ['tree.json', 16, 1600],
])('%s of the example town keeps to its crossings and its width', (name, most, widest) => {
  const workflow = examples().find(([file]) => file === name)?.[1]
  if (!workflow) throw new Error(`no example ${name}`)
  const drawing = draw(workflow)
  expect(crossings(drawing)).toBeLessThanOrEqual(most)
  expect(drawing.width).toBeLessThanOrEqual(widest)
})

test('the same workflow gives the same drawing', () => {
  fc.assert(
    fc.property(workflows, (workflow) => {
      expect(draw(structuredClone(workflow))).toEqual(draw(workflow))
    }),
    { numRuns: 15 },
  )
})

test('a card that the user nudges takes only its own arrows along', () => {
  fc.assert(
    fc.property(workflows, fc.nat(), (workflow, pick) => {
      const before = draw(workflow)
      const card = before.cards[pick % before.cards.length]
      if (!card) return
      const after = draw({ ...workflow, layout: { [card.id]: { x: card.x + 5, y: card.y + 3 } } })
      const others = (drawing: Drawing): unknown => ({
        ...drawing,
        cards: drawing.cards.filter((it) => it.id !== card.id),
        arrows: drawing.arrows
          .filter((arrow) => arrow.from !== card.id && arrow.to !== card.id)
          .map(({ crossings: _, ...arrow }) => arrow),
      })
      expect(others(after)).toEqual(others(before))
      expect([...looseArrows(after), ...piercings(after)]).toEqual([])
    }),
    { numRuns: 30 },
  )
})

describe('the reference homestead', () => {
  const drawing = draw(homestead())
  const card = (id: string): Drawing['cards'][number] => {
    const found = drawing.cards.find((it) => it.id === id)
    if (!found) throw new Error(`no card ${id}`)
    return found
  }

  test('has no crossing and no two arrows on one line', () => {
    expect(crossings(drawing)).toBe(0)
    expect(mergedLines(drawing)).toEqual([])
  })

  test('runs straight down from the application to the delivery', () => {
    const line = [
      'apply',
      'meeting',
      'notice',
      'village-check',
      'window',
      'visit-1',
      'consolidate',
      'decide',
      'certificate',
      'deliver',
    ]
    expect(new Set(line.map((id) => middleX(card(id)))).size).toBe(1)
    const heights = line.map((id) => card(id).y)
    expect([...heights].sort((a, b) => a - b)).toEqual(heights)
  })

  test('fits a window of 1280 px', () => {
    expect(drawing.width).toBeLessThanOrEqual(1280)
  })

  test('leaves 28 px between plain rows and 48 px where an arrow carries words', () => {
    const gap = (above: string, below: string): number =>
      card(below).y - card(above).y - card(above).height
    expect([gap('apply', 'meeting'), gap('meeting', 'notice')]).toEqual([28, 48])
  })

  test('repeats a pill beside every step that leads to it', () => {
    const pill = (id: string): number | undefined => drawing.ends.find((end) => end.id === id)?.y
    expect(pill('village/not-recommended')).toBe(card('meeting').y + 18)
    expect(pill('village/not-recommended#2')).toBe(card('village-check').y + 18)
    expect(drawing.ends.filter((end) => end.id.startsWith('intake/not-accepted'))).toHaveLength(1)
  })

  test('puts the wait for a correction level with the window, to its right', () => {
    expect(card('correction').y).toBe(card('window').y)
    expect(card('correction').x).toBeGreaterThan(card('window').x + 208 + 76)
  })

  test('shows the decision as a band of its own inside the review phase', () => {
    expect(drawing.bands.map((band) => [band.id, band.stage])).toEqual([
      ['village', 'apply'],
      ['intake', 'acceptance'],
      ['handling', 'review'],
      ['handling/decision', 'decision'],
      ['issue', 'issue'],
      ['after-care', 'after-care'],
    ])
  })

  test('lets a withdrawal leave from the right edge of the phase', () => {
    const arrow = drawing.arrows.find((it) => it.id === 'intake/withdraw')
    const frame = drawing.boxes.find((it) => it.id === 'intake')
    expect(arrow?.kind).toBe('cancel')
    expect(arrow?.points[0]?.x).toBe((frame?.x ?? 0) + (frame?.width ?? 0))
  })

  test('draws returns dashed to the left of the main line', () => {
    const arrow = drawing.arrows.find((it) => it.id === 'leaders/reject')
    expect(arrow?.kind).toBe('return')
    expect(Math.max(...(arrow?.points ?? []).map((point) => point.x))).toBe(card('leaders').x)
  })

  test('folds a joint review into one card', () => {
    const folded = layOut(homestead(), { measure, collapsed: ['joint'] })
    expect(folded.cards.find((it) => it.id === 'joint')?.kind).toBe('parallel')
    expect(folded.cards.some((it) => it.id === 'land-opinion')).toBe(false)
    expect(folded.height).toBeLessThan(drawing.height)
  })

  test('keeps a card that is dragged out inside its band', () => {
    const moved = draw({ ...homestead(), layout: { window: { x: -500, y: 9000 } } })
    const band = moved.bands.find((it) => it.id === 'intake')
    const window = moved.cards.find((it) => it.id === 'window')
    expect([window?.x, window?.y]).toEqual([0, (band?.y ?? 0) + (band?.height ?? 0) - 68])
  })
})
