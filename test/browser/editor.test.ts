import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Download } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runInProcess } from '../../packages/cli/src/testing/run-in-process.ts'
import { hashOfFolder } from '../../packages/cli/src/testing/temp-workspace.ts'
import { type Desk, sitDown } from './editor/desk.ts'
import { type Served, serveCounty } from './editor/served.ts'
import { launchBrowser } from './launch.ts'

let browser: Browser
let served: Served
let desk: Desk

beforeAll(async () => {
  const [started, running] = await Promise.all([launchBrowser(), serveCounty()])
  browser = started
  served = running
  desk = await sitDown(browser, served)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const HOMESTEAD = 'workflows/homestead.json'
const onDisk = (path: string) => readFileSync(join(served.root, path), 'utf8')
const status = () => desk.page.getByRole('contentinfo')
const inspector = () => desk.page.getByRole('complementary', { name: '步骤设置' })

/** What the page is about to show; a busy machine may take its time over the drawing. */
const soon: typeof expect.poll = (look) => expect.poll(look, { timeout: 20_000 })

async function save(): Promise<void> {
  await desk.page.keyboard.press('Control+s')
  await status().getByText('已保存', { exact: true }).waitFor()
}

describe('what opens', () => {
  test('the three workflows stand in the three lists of the county', async () => {
    const listed: Record<string, string[]> = {}
    for (const list of ['行政权力', '公共服务', '属地管理']) {
      await desk.page.getByRole('button', { name: list }).waitFor()
      const options = desk.page.getByRole('listbox', { name: list }).getByRole('option')
      listed[list] = await options.locator('.cut').allInnerTexts()
    }
    expect(listed).toEqual({
      行政权力: ['农村宅基地和建房（规划许可）审批', '林木采伐许可'],
      公共服务: [],
      属地管理: ['违法用地卫片图斑核查整改'],
    })
  })

  test('changing the town repaints the plates and moves no card', async () => {
    const placeOf = () => desk.card('land-draft').boundingBox()
    const before = await placeOf()
    const plate = (step: string) => desk.card(step).locator('.plate').innerText()
    const seen: string[][] = []
    for (const town of ['三五镇', '石陵镇']) {
      await desk.chooseTown(town)
      await soon(() => plate('land-draft')).toContain(
        town === '三五镇' ? '自然资源股' : '资源管理股',
      )
      seen.push([await plate('planning-draft'), await plate('water-opinion')])
    }
    expect(seen.map((it) => it.map((text) => text.replace(/\s+/g, ' ')))).toEqual([
      ['乡建中心 村镇规划股', '技推中心 水利水产股'],
      ['乡建中心 乡村建设股', '石陵镇 空位'],
    ])
    expect(await placeOf()).toEqual(before)
  })
})

describe('five tasks from the screen alone', () => {
  test('with the mouse: who reviews land use, and why a step is red', async () => {
    await desk.chooseTown('石陵镇')
    await desk.page.getByRole('row', { name: /水利、河道与灌溉/ }).click()
    await inspector().getByText('石陵镇职责空位').waitFor()
    await inspector().getByText('没有股室承担“水利、河道与灌溉”。').waitFor()
    await soon(() => desk.card('water-opinion').isVisible()).toBe(true)
    await desk.touch('land-draft')
    const towns = inspector().locator('.plate')
    await soon(async () =>
      (await towns.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
    ).toEqual(['乡建中心 自然资源股', '乡建中心 资源管理股'])
  })

  test('with the mouse: change a limit and undo', async () => {
    await desk.touch('land-draft')
    const limit = inspector().getByRole('textbox', { name: '时限', exact: true })
    await limit.fill('4')
    await limit.blur()
    await soon(() => desk.card('land-draft').innerText()).toMatch(/4\s*工作日/)
    await desk.page.getByRole('button', { name: '撤销', exact: true }).click()
    await soon(() => desk.card('land-draft').innerText()).toMatch(/2\s*工作日/)
    await status().getByText('已保存', { exact: true }).waitFor()
  })

  test('with the keyboard: town, land use, the gap, a limit and undo', async () => {
    const { keyboard } = desk.page
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key)
    }
    const go = async (words: string) => {
      await press('Control+k')
      await desk.page.getByRole('dialog').getByRole('searchbox').waitFor()
      await keyboard.type(words)
      await desk.page.getByRole('dialog').getByRole('option', { name: words }).first().waitFor()
      await press('ArrowDown', 'Enter')
      await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await go('三五镇')
    await go('用地初审')
    await soon(() => desk.card('land-draft').innerText()).toContain('自然资源股')
    await go('石陵镇')
    await go('水利审查')
    await inspector().getByText('石陵镇职责空位').waitFor()
    const limit = inspector().getByRole('textbox', { name: '时限', exact: true })
    await inspector().focus()
    for (let n = 0; n < 14 && !(await isFocused(limit)); n += 1) await press('Tab')
    expect(await isFocused(limit)).toBe(true)
    await press('Control+a')
    await keyboard.type('5')
    await press('Enter')
    await soon(() => desk.card('water-opinion').innerText()).toMatch(/5\s*工作日/)
    await press('Tab')
    await press('Control+z')
    await soon(() => desk.card('water-opinion').innerText()).toMatch(/3\s*工作日/)
  })
})

async function isFocused(field: import('playwright-core').Locator): Promise<boolean> {
  return field.evaluate((element) => element === document.activeElement)
}

describe('exports are those of `yichuang export`', () => {
  test.each([
    ['发布内容', 'release-0.json', ['--format', 'release']],
    [
      '状态机',
      'homestead-shiling.machine.json',
      ['--format', 'xstate', '--workflow', 'homestead', '--town', 'shiling'],
    ],
    ['流程图文字', 'homestead.mmd', ['--format', 'mermaid', '--workflow', 'homestead']],
  ])('%s', async (choice, file, options) => {
    await desk.chooseTown('石陵镇')
    await desk.page.getByRole('button', { name: '导出' }).click()
    const [handed] = await Promise.all([
      desk.page.waitForEvent('download'),
      desk.page.getByRole('menuitem', { name: choice }).click(),
    ])
    const printed = await runInProcess(['export', served.root, ...options])
    expect(handed.suggestedFilename()).toBe(file)
    expect(undated(await textOf(handed))).toBe(undated(printed.out))
  })
})

/** The two days on which they were made may differ. */
function undated(text: string): string {
  return text.replace(/"effectiveFrom": ?"[^"]*"/, '')
}

async function textOf(handed: Download): Promise<string> {
  return readFileSync(await handed.path(), 'utf8')
}

describe('what is on disk', () => {
  test('a step added, connected, moved and deleted, all undone: nothing is left, to the byte', async () => {
    const before = hashOfFolder(served.root)
    const { page } = desk
    const steps = () => desk.page.locator('[data-step]').count()
    const first = await steps()
    await desk.find('用地初审')
    await page.getByRole('application', { name: '流程图' }).focus()
    await page.keyboard.press('a')
    await soon(steps).toBe(first + 1)
    await page.keyboard.press('c')
    await desk.touch('land-head')
    await status().getByText('1 个文件未保存').waitFor()
    await save()
    expect(hashOfFolder(served.root)).not.toBe(before)
    const checked = await runInProcess(['check', served.root])
    expect([checked.code, checked.out + checked.err]).toMatchObject([0, expect.anything()])
    await moveCard('land-head', 40)
    await desk.touch('land-head')
    await page.getByRole('toolbar').getByRole('button', { name: '删除' }).click()
    await soon(steps).toBe(first)
    await save()
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    while (await undo.isEnabled()) await undo.click()
    await save()
    expect(hashOfFolder(served.root)).toBe(before)
  }, 180_000)

  test('a file that somebody else changed is shown, and never overwritten', async () => {
    const original = onDisk(HOMESTEAD)
    const theirs = original.replace('"zh": "用地初审"', '"zh": "用地初步审查"')
    writeFileSync(join(served.root, HOMESTEAD), theirs)
    await soon(() => desk.card('land-draft').innerText()).toContain('用地初步审查')
    await desk.page.getByText(`别处改过 ${HOMESTEAD}。`).waitFor()

    await desk.touch('land-head')
    const limit = inspector().getByRole('textbox', { name: '时限', exact: true })
    await limit.fill('9')
    await limit.blur()
    writeFileSync(join(served.root, HOMESTEAD), original)
    await desk.page.getByText('先比较，再决定保留哪一份。').waitFor()
    await desk.page.keyboard.press('Control+s')
    await desk.page.getByRole('button', { name: '比较' }).click()
    expect(onDisk(HOMESTEAD)).toBe(original)
    await desk.page.getByRole('button', { name: '采用别处的' }).click()
    await soon(() => desk.card('land-draft').innerText()).not.toContain('初步')
    expect(onDisk(HOMESTEAD)).toBe(original)
  })

  test('a release made here is the one that `yichuang release` makes, but for note and dates', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '发布…' }).click()
    const dialog = page.getByRole('dialog', { name: '发布新的一版？' })
    await dialog.getByLabel('这一版改了什么').fill('首版')
    await dialog.getByLabel('编制人').fill('甲')
    await dialog.getByLabel('批准人').fill('甲')
    await dialog.getByText('编制人和批准人不能是同一人。').waitFor()
    expect(await dialog.getByRole('button', { name: '发布', exact: true }).isEnabled()).toBe(false)
    await dialog.getByLabel('批准人').fill('乙')
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await dialog.getByText('已发布第 1 版，存于 releases/1.json。').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).click()
    await page.getByText('第 2 版 · 草稿').waitFor()
    const people = ['--prepared-by', '丙', '--approved-by', '丁']
    const made = await runInProcess(['release', served.root, '--note', '再版', ...people])
    expect([made.code, made.err]).toEqual([0, ''])
    expect(logicOf(onDisk('releases/1.json'))).toBe(logicOf(onDisk('releases/2.json')))
  })
})

/** A release without what the two persons wrote on it. */
function logicOf(text: string): string {
  return text.replace(
    /"(number|note|effectiveFrom|preparedBy|approvedBy)": ?("[^"]*"|\d+)/g,
    '"$1"',
  )
}

async function moveCard(step: string, by: number): Promise<void> {
  const { page } = desk
  const box = await desk.card(step).boundingBox()
  if (!box) throw new Error(`${step} is not on the drawing`)
  const [x, y] = [box.x + box.width / 2, box.y + 12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by, y + by, { steps: 4 })
  await page.mouse.up()
}

test('nothing broke on the way', () => {
  expect(desk.broken).toEqual([])
})
