import { homesteadReference } from '@yichuang/engine/testing'
import { expect, test } from 'vitest'
import { exportMermaid } from './mermaid.ts'

const release = `sha256:${'0'.repeat(64)}`
const text = exportMermaid(homesteadReference, { release })
const lines = text.split('\n').map((line) => line.trim())

test('the drawing names the release that it is of', () => {
  expect(lines.slice(0, 2)).toEqual([`%% homestead release ${release}`, 'flowchart TD'])
})

test('blocks are subgraphs with their Chinese titles, and each is closed', () => {
  expect(lines).toContain('subgraph s_handling["审查决定"]')
  expect(lines.filter((line) => line.startsWith('subgraph ')).length).toBe(
    lines.filter((line) => line === 'end').length,
  )
})

test('every arrow joins nodes that are drawn', () => {
  const drawn = new Set(lines.flatMap((line) => /^(?:subgraph )?(\w+)[[({>]/.exec(line)?.[1] ?? []))
  const ends = lines.flatMap((line) => {
    const [, from, to] = /^(\w+) (?:-->|-\.->)(?:\|.*\|)? (\w+)$/.exec(line) ?? []
    return from === undefined || to === undefined ? [] : [from, to]
  })

  expect(ends.length).toBeGreaterThan(100)
  expect(ends.filter((end) => !drawn.has(end))).toEqual([])
})

test('a title with quotes and brackets stays one label', () => {
  const titled = { ...homesteadReference, steps: { ...homesteadReference.steps } }
  const { notify } = titled.steps
  const title = { zh: '送达 "结果" [#1] <急>' }
  const drawing = exportMermaid(
    { ...titled, steps: { ...titled.steps, ...(notify ? { notify: { ...notify, title } } : {}) } },
    { release },
  )
  expect(drawing).toContain('s_notify["送达 #quot;结果#quot; [#35;1] #lt;急#gt;"]')
})
