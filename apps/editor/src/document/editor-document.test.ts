import { ok } from '@yichuang/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryWorkspace } from '../workspace/memory-port.ts'
import { stepsOf } from './block.ts'
import { addStep } from './commands/add-step.ts'
import { connectNew } from './commands/connect.ts'
import { deleteStep } from './commands/delete-step.ts'
import { addAction } from './commands/edit-action.ts'
import { rename, setLimit, setSigning } from './commands/edit-step.ts'
import { moveCard, tidy } from './commands/layout.ts'
import { textOf, unsavedPaths } from './document-state.ts'
import { editorDocument } from './editor-document.ts'
import { SAMPLE } from './sample.ts'
import { workflowOf } from './workspace-view.ts'

const PATH = 'workflows/sample.json'
// Written unlike the editor would write it: an untouched file must keep its text to the byte.
const TEXT = `${JSON.stringify(SAMPLE)}\n\n`

async function open() {
  const port = memoryWorkspace('demo', { [PATH]: TEXT })
  const document = editorDocument(port)
  await document.open()
  const renamed = (text: string) =>
    document.change('rename', PATH, (value) => rename(workflowOf(value), 'intake', 'zh', text))
  return { port, document, renamed }
}

const textNow = (document: ReturnType<typeof editorDocument>) => {
  const file = document.state.get().files[PATH]
  return file ? textOf(PATH, file) : null
}

describe('undo and redo', () => {
  test('an undone change leaves the file as it stood, to the byte', async () => {
    const { document, renamed } = await open()
    renamed('窗口')
    expect(textNow(document)).not.toBe(TEXT)
    document.undo()
    expect(textNow(document)).toBe(TEXT)
    expect(unsavedPaths(document.state.get())).toEqual([])
  })

  test('a new change forgets what was undone', async () => {
    const { document, renamed } = await open()
    renamed('一')
    document.undo()
    renamed('二')
    document.redo()
    expect(textNow(document)).toContain('二')
  })

  test('whatever was done, undoing all of it gives the first text and redoing the last', async () => {
    const pick = fc.nat({ max: 30 })
    const deed = fc.record({ what: fc.nat({ max: 7 }), which: pick, other: pick })
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const { document } = await open()
        for (const { what, which, other } of deeds) {
          document.change('random', PATH, (value) =>
            randomCommand(workflowOf(value), what, which, other),
          )
        }
        const last = textNow(document)
        const { length } = document.state.get().past
        for (let n = 0; n < length; n += 1) document.undo()
        expect(textNow(document)).toBe(TEXT)
        for (let n = 0; n < length; n += 1) document.redo()
        expect(textNow(document)).toBe(last)
      }),
      { numRuns: 60 },
    )
  })
})

function randomCommand(workflow: typeof SAMPLE, what: number, which: number, other: number) {
  const ids = stepsOf(workflow).map(([id]) => id)
  const id = ids[which % ids.length] ?? ''
  const target = ids[other % ids.length] ?? ''
  const kinds = ['task', 'wait', 'decision', 'parallel', 'phase', 'service', 'call'] as const
  const title = { zh: `第${which}步` }
  switch (what) {
    case 0:
      return rename(workflow, id, 'zh', `名${other}`)
    case 1: {
      const words = { task: title, agree: title, object: title, answered: title }
      const kind = kinds[other % kinds.length] ?? 'task'
      const added = addStep(workflow, { after: id }, { kind, title, words, by: { duty: 'D01' } })
      return added.ok ? ok(added.value.workflow) : added
    }
    case 2:
      return connectNew(workflow, id, target, title)
    case 3:
      return deleteStep(workflow, id)
    case 4:
      return addAction(workflow, id, title)
    case 5:
      return setLimit(workflow, id, { value: other + 1, unit: 'day', basis: '' })
    case 6:
      return setSigning(workflow, id, { rule: 'all' })
    default:
      return ok(other % 2 ? tidy(workflow) : moveCard(workflow, id, { x: which, y: other }))
  }
}

describe('saving', () => {
  test('only changed files are written, and then nothing is unsaved', async () => {
    const { port, document, renamed } = await open()
    renamed('窗口')
    expect(await document.save()).toEqual({ written: [PATH], contested: [], failed: [] })
    expect(port.textOf(PATH)).toContain('窗口')
    expect(unsavedPaths(document.state.get())).toEqual([])
    expect(await document.save()).toEqual({ written: [], contested: [], failed: [] })
  })

  test('a file that was changed elsewhere is never overwritten unasked', async () => {
    const { port, document, renamed } = await open()
    renamed('我的')
    port.changeOutside(PATH, TEXT.replace('受理', '别人的'))
    expect((await document.save()).contested).toEqual([PATH])
    expect(port.textOf(PATH)).toContain('别人的')
    document.keepMine(PATH)
    expect((await document.save()).written).toEqual([PATH])
    expect(port.textOf(PATH)).toContain('我的')
  })

  test('a change from elsewhere is taken in where nothing was edited', async () => {
    const { port, document } = await open()
    port.changeOutside(PATH, TEXT.replace('受理', '别人的'))
    await expect.poll(() => textNow(document)).toContain('别人的')
    expect(document.state.get().conflicts).toEqual({})
  })

  test('taking theirs gives up the edits of that file', async () => {
    const { port, document, renamed } = await open()
    renamed('我的')
    port.changeOutside(PATH, TEXT.replace('受理', '别人的'))
    await expect.poll(() => Object.keys(document.state.get().conflicts)).toEqual([PATH])
    document.takeTheirs(PATH)
    expect(textNow(document)).toContain('别人的')
    expect(document.state.get().past).toEqual([])
  })
})
