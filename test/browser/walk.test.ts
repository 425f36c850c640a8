import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runInProcess } from '../../packages/cli/src/testing/run-in-process.ts'
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
  desk.page.setDefaultTimeout(6_000)
  await desk.chooseTown('三五镇')
  await desk.page.getByRole('radio', { name: '模拟' }).click()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const soon: typeof expect.poll = (look) => expect.poll(look, { timeout: 6_000 })

const panel = () => desk.page.getByRole('complementary', { name: '案件' })
const task = (step: string) => panel().getByRole('region', { name: step, exact: true })
const clocks = () => desk.page.getByRole('region', { name: '两个钟', exact: true })
const bar = (name: string) => desk.page.getByRole('button', { name, exact: true })
const alert = () => panel().getByRole('alert')

/** The steps whose turn it is, as the panel lists them. */
async function turns(): Promise<readonly string[]> {
  return panel().locator('.turn-title').allInnerTexts()
}

/** How many entries the ledger has. */
async function entries(): Promise<number> {
  const tab = await desk.page.getByRole('tab', { name: /^台账/ }).innerText()
  return Number(/\d+/.exec(tab)?.[0])
}

/** Goes on with the plain step of each task until one of the steps is open. */
async function goOnTo(step: string): Promise<void> {
  for (let n = 0; n < 30 && !(await turns()).includes(step); n += 1) {
    const before = await entries()
    await bar('办下一步').click()
    await soon(entries).not.toBe(before)
  }
  await task(step).waitFor()
}

/** Opens a fresh case with the facts of the most common one, begun on a day without holidays near. */
async function startCase(day = '2026-05-11'): Promise<void> {
  const another = bar('另走一件')
  if (await another.isVisible()) await another.click()
  await bar('最常见情形').click()
  const start = panel().getByRole('textbox', { name: '申请日期' })
  await start.fill(day)
  await start.press('Enter')
  await bar('开始走').click()
  await task('农户申请').waitFor()
}

async function pickMore(step: string, operator: string): Promise<void> {
  await task(step).getByRole('button', { name: '更多' }).click()
  await desk.page.getByRole('menuitem', { name: operator, exact: true }).click()
}

async function pick(inside: Locator, label: string, choice: string | RegExp): Promise<void> {
  await inside.getByRole('button', { name: label }).click()
  await desk.page.getByRole('option', { name: choice }).first().click()
}

async function choose(step: string, fact: string, answer: '是' | '否'): Promise<void> {
  await task(step)
    .getByRole('radiogroup', { name: fact })
    .getByRole('radio', { name: answer })
    .click()
}

describe('a homestead case in 三五镇', () => {
  test('from the application to acceptance, with the mouse and the keyboard', async () => {
    await startCase()
    expect(await turns()).toEqual(['农户申请'])
    await task('农户申请').getByRole('button', { name: /^提交/ }).click()
    await task('村组收件').getByRole('button', { name: /^收件/ }).press('1')
    await goOnTo('形式审查')
    await clocks().getByText('时限从受理起算，还没有开始。').waitFor()
    await soon(() => desk.card('window').locator('.walk-badge').innerText()).toContain('在办')
    const before = await entries()
    await task('形式审查').getByRole('button', { name: /^受理/ }).click()
    await task('建房前到场审查').waitFor()
    expect(await entries()).toBeGreaterThan(before)
    await soon(() => desk.card('window').locator('.walk-badge').innerText()).toContain('受理')
  })

  test('a step back undoes the acceptance, a step forward does it again', async () => {
    const all = await entries()
    await bar('退一步').click()
    await task('形式审查').waitFor()
    await clocks().getByText('时限从受理起算，还没有开始。').waitFor()
    expect(await entries()).toBeLessThan(all)
    await bar('回到开头').click()
    await task('农户申请').waitFor()
    await bar('再走这一步').press('Enter')
    await task('村组收件').waitFor()
    await bar('回到最新').click()
    await task('建房前到场审查').waitFor()
    expect(await entries()).toBe(all)
  })

  test('the two clocks run, and grow shorter with each working day', async () => {
    const figures = () => clocks().locator('.clock-figure').allInnerTexts()
    await soon(figures).toEqual(['20', '10'])
    expect(await clocks().innerText()).toMatch(/法定时限[\s\S]*承诺时限/)
    await bar('+1 工作日').click()
    await bar('+1 工作日').click()
    await soon(figures).toEqual(['19', '9'])
    await task('建房前到场审查').getByText('已超期').waitFor()
  })

  test('the ledger tells who did what, the latest first, and can be searched', async () => {
    await desk.page.getByRole('tab', { name: /^台账/ }).click()
    const rows = desk.page.getByRole('tabpanel').getByRole('row')
    const whole = await rows.count()
    await desk.page.getByRole('searchbox', { name: '筛选' }).fill('形式审查：受理')
    await soon(() => rows.count()).toBe(2)
    expect(await rows.nth(1).innerText()).toMatch(/窗口人员 S-PMC-CONV-\d+[\s\S]*形式审查：受理/)
    expect(whole).toBe((await entries()) + 1)
    await desk.page.getByRole('tab', { name: '时间' }).click()
  })

  test('the same walk in 石陵镇 goes to another section, and back', async () => {
    const doors = async () =>
      (await task('建房前到场审查').locator('.plate').allInnerTexts()).map((it) =>
        it.replace(/\s+/g, ' '),
      )
    expect(await doors()).toEqual([
      '技推中心 农业农村股',
      '乡建中心 自然资源股',
      '乡建中心 村镇规划股',
    ])
    await desk.chooseTown('石陵镇')
    await soon(doors).toEqual(['技推中心 农业农村股', '乡建中心 资源管理股', '乡建中心 乡村建设股'])
    await desk.chooseTown('三五镇')
    await soon(doors).toEqual(['技推中心 农业农村股', '乡建中心 自然资源股', '乡建中心 村镇规划股'])
  })

  test('basic farmland found on the site ends in a refusal', async () => {
    await choose('建房前到场审查', '涉及永久基本农田', '是')
    for (let n = 0; n < 3; n += 1) {
      const before = await entries()
      await task('建房前到场审查').getByRole('button', { name: /^提交/ }).click()
      await soon(entries).toBeGreaterThan(before)
    }
    await goOnToEnd()
    expect(await panel().locator('.walk-closed').innerText()).toBe('本件已结束：不予批准。')
  })

  test('the walk is saved into the suite of the item, and holds when it is run', async () => {
    const before = savedWalks('homestead').length
    await bar('存为走查').click()
    await desk.page.getByText('已存进 suites/homestead.json，保存后写入工作区。').waitFor()
    await desk.page.keyboard.press('Control+s')
    await soon(() => savedWalks('homestead').length).toBe(before + 1)
    const last = savedWalks('homestead').at(-1)
    expect(last).toMatchObject({ title: { zh: '模拟：不予批准' }, towns: ['sanwu'] })
    const run = await runInProcess(['test', served.root])
    expect([run.code, run.err]).toEqual([0, ''])
  })
})

async function goOnToEnd(): Promise<void> {
  await bar('走到底').click()
  await panel().locator('.walk-closed').waitFor()
}

interface Saved {
  readonly id: string
  readonly title: { readonly zh: string }
  readonly towns: readonly string[]
}

function savedWalks(item: string): readonly Saved[] {
  const path = join(served.root, `suites/${item}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).walks : []
}

describe('what a task card refuses and offers', () => {
  test('a needed fact can be emptied; then the action waits for it, and says so', async () => {
    await startCase()
    await goOnTo('窗口收件')
    const card = task('窗口收件')
    await pick(card, '地类', '未填')
    await card.getByText('先要填写：地类。').waitFor()
    expect(await card.getByRole('button', { name: /^收件/ }).count()).toBe(0)
    await pick(card, '地类', '建设用地')
    await card.getByRole('button', { name: /^收件/ }).click()
    await task('形式审查').waitFor()
  })

  test('a fact that the case holds can be emptied again', async () => {
    const card = task('形式审查')
    const yes = card.getByRole('radiogroup', { name: '有失信记录' }).getByRole('radio')
    await yes.nth(1).click()
    expect(await yes.nth(1).getAttribute('aria-checked')).toBe('false')
    await yes.nth(1).click()
  })

  test('claiming hides the work from the others until it is given back', async () => {
    await pickMore('形式审查', '认领')
    await soon(() => task('形式审查').locator('.turn-actor').innerText()).not.toContain('CONV-04')
    await pickMore('形式审查', '退还认领')
    await soon(entries).toBeGreaterThan(8)
  })

  test('whoever may not take work over is refused in a sentence', async () => {
    await goOnTo('用地初审')
    const clerk = /S-PMC-CONV-03/
    await ask('用地初审', '转办', { 转给: clerk })
    await alert()
      .getByText(/S-PMC-CONV-03不能接办“用地初审”/)
      .waitFor()
  })

  test('work is passed on to somebody else', async () => {
    await ask('用地初审', '转办', { 转给: /S-RCC-NATRES-01/ })
    await soon(() => task('用地初审').locator('.turn-actor').innerText()).toContain('NATRES-01')
    expect(await alert().count()).toBe(0)
  })

  test('who is recused is asked no more', async () => {
    const actor = () => task('规划初审').locator('.turn-actor').innerText()
    expect(await actor()).toContain('S-RCC-PLAN-02')
    await ask('规划初审', '回避', {})
    await soon(actor).not.toContain('S-RCC-PLAN-02')
  })

  test('work is returned with a reason, to a step that was done', async () => {
    await press('资格初审', /^提出意见|^拟/)
    await task('资格审核').waitFor()
    await ask('资格审核', '退回', { 退回到: '资格初审' })
    await task('资格初审').waitFor()
    expect(await turns()).not.toContain('资格审核')
  })

  test('who moved the case last takes the move back', async () => {
    await press('资格初审', /^提出意见|^拟/)
    await task('资格审核').waitFor()
    await whole('拿回')
    await task('资格初审').waitFor()
  })

  test('the limit of the law is extended once, and not twice', async () => {
    const figures = () => clocks().locator('.clock-figure').allInnerTexts()
    expect(await figures()).toEqual(['20', '10'])
    await whole('延长法定时限')
    await soon(figures).toEqual(['30', '10'])
    await whole('延长法定时限')
    await alert().getByText('最多延长 1 次，已经延过 1 次。').waitFor()
  })
})

describe('what the workspace does not have yet', () => {
  test('a duty that nobody holds is given to a section from the card, and the case goes on', async () => {
    await desk.chooseTown('石陵镇')
    await startCase()
    await panel().getByRole('button', { name: '案情' }).waitFor()
    await goOnTo('建房前到场审查')
    await choose('建房前到场审查', '邻近河道、水库', '是')
    for (let n = 0; n < 3; n += 1) {
      const before = await entries()
      await press('建房前到场审查', /^提交/)
      await soon(entries).toBeGreaterThan(before)
    }
    const card = task('水利审查')
    await card.getByText('石陵镇没有人能办这一步。').waitFor()
    await pick(card, '指定股室…', /资源管理股/)
    await soon(() => card.locator('.plate').innerText()).toMatch(/资源/)
    const before = await entries()
    await press('水利审查', /^无意见|^同意/)
    await soon(entries).toBeGreaterThan(before)
    await press('水利审查', /^无意见|^同意/)
    await soon(turns).not.toContain('水利审查')
    await desk.page.getByRole('button', { name: '撤销', exact: true }).click()
  })

  test('an item without saved walks gets its suite with the first one', async () => {
    rmSync(join(served.root, 'suites/tree.json'))
    await pick(panel(), '事项', '林木采伐许可')
    await bar('开始走').click()
    await soon(turns).not.toEqual([])
    await bar('存为走查').click()
    await desk.page.getByText('已存进 suites/tree.json，保存后写入工作区。').waitFor()
    await desk.page.keyboard.press('Control+s')
    await soon(() => savedWalks('tree').map(({ towns }) => towns)).toEqual([['shiling']])
  })
})

async function press(step: string, action: RegExp): Promise<void> {
  await task(step).getByRole('button', { name: action }).click()
}

/** Does what an operator asks for: picks from its lists, and confirms with the reason that stands there. */
async function ask(
  step: string,
  operator: string,
  answers: Readonly<Record<string, string | RegExp>>,
): Promise<void> {
  await pickMore(step, operator)
  for (const [label, choice] of Object.entries(answers)) await pick(task(step), label, choice)
  await task(step).getByRole('button', { name: '确定' }).click()
}

/** Takes one of the acts on the whole case. */
async function whole(act: string): Promise<void> {
  const button = panel().getByRole('button', { name: act, exact: true })
  if (!(await button.isVisible())) await panel().getByRole('button', { name: '整件的动作' }).click()
  await button.click()
}

test('nothing broke on the way', () => {
  expect(desk.broken).toEqual([])
})
