import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runInProcess } from '../../packages/cli/src/testing/run-in-process.ts'
import { type Desk, sitDown } from './editor/desk.ts'
import { type Served, serveCounty } from './editor/served.ts'
import { type Trial, trialAt } from './editor/trial.ts'
import { launchBrowser } from './launch.ts'

let browser: Browser
let served: Served
let desk: Desk
let trial: Trial

beforeAll(async () => {
  const [started, running] = await Promise.all([launchBrowser(), serveCounty()])
  browser = started
  served = running
  desk = await sitDown(browser, served)
  trial = trialAt(desk.page)
  desk.page.setDefaultTimeout(20_000)
  await desk.chooseTown('三五镇')
  await desk.page.getByRole('radio', { name: '模拟' }).click()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const soon: typeof expect.poll = (look) => expect.poll(look, { timeout: 20_000 })

describe('a homestead case in 三五镇', () => {
  test('from the application to acceptance, with the mouse and the keyboard', async () => {
    await trial.startCase()
    expect(await trial.turns()).toEqual(['农户申请'])
    await trial.task('农户申请').getByRole('button', { name: /^提交/ }).click()
    await trial.task('村组收件').getByRole('button', { name: /^收件/ }).press('1')
    await trial.goOnTo('形式审查')
    await trial.clocks().getByText('时限从受理起算，还没有开始。').waitFor()
    await soon(() => desk.card('window').locator('.walk-badge').innerText()).toContain('在办')
    const before = await trial.entries()
    await trial.task('形式审查').getByRole('button', { name: /^受理/ }).click()
    await trial.task('建房前到场审查').waitFor()
    expect(await trial.entries()).toBeGreaterThan(before)
    await soon(() => desk.card('window').locator('.walk-badge').innerText()).toContain('受理')
  })

  test('a step back undoes the acceptance, a step forward does it again', async () => {
    const all = await trial.entries()
    await trial.bar('退一步').click()
    await trial.task('形式审查').waitFor()
    await trial.clocks().getByText('时限从受理起算，还没有开始。').waitFor()
    expect(await trial.entries()).toBeLessThan(all)
    await trial.bar('回到开头').click()
    await trial.task('农户申请').waitFor()
    await trial.bar('再走这一步').press('Enter')
    await trial.task('村组收件').waitFor()
    await trial.bar('回到最新').click()
    await trial.task('建房前到场审查').waitFor()
    expect(await trial.entries()).toBe(all)
  })

  test('the two clocks run, and grow shorter with each working day', async () => {
    const figures = () => trial.clocks().locator('.clock-figure').allInnerTexts()
    await soon(figures).toEqual(['20', '10'])
    expect(await trial.clocks().innerText()).toMatch(/法定时限[\s\S]*承诺时限/)
    await trial.bar('+1 工作日').click()
    await trial.bar('+1 工作日').click()
    await soon(figures).toEqual(['19', '9'])
    await trial.task('建房前到场审查').getByText('已超期').waitFor()
  })

  test('the ledger tells who did what, the latest first, and can be searched', async () => {
    await desk.page.getByRole('tab', { name: /^台账/ }).click()
    const rows = desk.page.getByRole('tabpanel').getByRole('row')
    const whole = await rows.count()
    await desk.page.getByRole('searchbox', { name: '筛选' }).fill('形式审查：受理')
    await soon(() => rows.count()).toBe(2)
    expect(await rows.nth(1).innerText()).toMatch(/窗口人员 S-PMC-CONV-\d+[\s\S]*形式审查：受理/)
    expect(whole).toBe((await trial.entries()) + 1)
    await desk.page.getByRole('tab', { name: '时间' }).click()
  })

  test('the same walk in 石陵镇 goes to another section, and back', async () => {
    const doors = async () =>
      (await trial.task('建房前到场审查').locator('.plate').allInnerTexts()).map((it) =>
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
    await trial.choose('建房前到场审查', '涉及永久基本农田', '是')
    for (let n = 0; n < 3; n += 1) {
      const before = await trial.entries()
      await trial.task('建房前到场审查').getByRole('button', { name: /^提交/ }).click()
      await soon(trial.entries).toBeGreaterThan(before)
    }
    await trial.goOnToEnd()
    expect(await trial.panel().locator('.walk-closed').innerText()).toBe('本件已结束：不予批准。')
    expect(await trial.panel().locator('.walk-closed.is-bad').count()).toBe(1)
  })

  test('the walk is saved into the suite of the item, and holds when it is run', async () => {
    const before = savedWalks('homestead').length
    await trial.bar('存为走查').click()
    await desk.page.getByText('已存进 suites/homestead.json，保存后写入工作区。').waitFor()
    await desk.page.keyboard.press('Control+s')
    await soon(() => savedWalks('homestead').length).toBe(before + 1)
    const last = savedWalks('homestead').at(-1)
    expect(last).toMatchObject({ title: { zh: '模拟：不予批准' }, towns: ['sanwu'] })
    const run = await runInProcess(['test', served.root])
    expect([run.code, run.err]).toEqual([0, ''])
  })
})

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
    await trial.startCase()
    await trial.goOnTo('窗口收件')
    const card = trial.task('窗口收件')
    await trial.pick(card, '地类', '未填')
    await card.getByText('先要填写：地类。').waitFor()
    expect(await card.getByRole('button', { name: /^收件/ }).count()).toBe(0)
    await trial.pick(card, '地类', '建设用地')
    await card.getByRole('button', { name: /^收件/ }).click()
    await trial.task('形式审查').waitFor()
  })

  test('a fact that the case holds can be emptied again', async () => {
    const card = trial.task('形式审查')
    const yes = card.getByRole('radiogroup', { name: '有失信记录' }).getByRole('radio')
    await yes.nth(1).click()
    expect(await yes.nth(1).getAttribute('aria-checked')).toBe('false')
    await yes.nth(1).click()
  })

  test('claiming hides the work from the others until it is given back', async () => {
    await trial.pickMore('形式审查', '认领')
    await soon(() => trial.task('形式审查').locator('.turn-actor').innerText()).not.toContain(
      'CONV-04',
    )
    await trial.pickMore('形式审查', '退还认领')
    await soon(trial.entries).toBeGreaterThan(8)
  })

  test('whoever may not take work over is refused in a sentence', async () => {
    await trial.goOnTo('用地初审')
    const clerk = /S-PMC-CONV-03/
    await trial.ask('用地初审', '转办', { 转给: clerk })
    await trial
      .alert()
      .getByText(/S-PMC-CONV-03不能接办“用地初审”/)
      .waitFor()
  })

  test('work is passed on to somebody else', async () => {
    await trial.ask('用地初审', '转办', { 转给: /S-RCC-NATRES-01/ })
    await soon(() => trial.task('用地初审').locator('.turn-actor').innerText()).toContain(
      'NATRES-01',
    )
    expect(await trial.alert().count()).toBe(0)
  })

  test('who is recused is asked no more', async () => {
    const actor = () => trial.task('规划初审').locator('.turn-actor').innerText()
    expect(await actor()).toContain('S-RCC-PLAN-02')
    await trial.ask('规划初审', '回避', {})
    await soon(actor).not.toContain('S-RCC-PLAN-02')
  })

  test('work is returned with a reason, to a step that was done', async () => {
    await trial.press('资格初审', /^提出意见|^拟/)
    await trial.task('资格审核').waitFor()
    await trial.ask('资格审核', '退回', { 退回到: '资格初审' })
    await trial.task('资格初审').waitFor()
    expect(await trial.turns()).not.toContain('资格审核')
  })

  test('who moved the case last takes the move back', async () => {
    await trial.press('资格初审', /^提出意见|^拟/)
    await trial.task('资格审核').waitFor()
    await trial.whole('拿回')
    await trial.task('资格初审').waitFor()
  })

  test('the limit of the law is extended once, and not twice', async () => {
    const figures = () => trial.clocks().locator('.clock-figure').allInnerTexts()
    expect(await figures()).toEqual(['20', '10'])
    await trial.whole('延长法定时限')
    await soon(figures).toEqual(['30', '10'])
    await trial.whole('延长法定时限')
    await trial.alert().getByText('最多延长 1 次，已经延过 1 次。').waitFor()
  })
})

describe('what the workspace does not have yet', () => {
  test('a duty that nobody holds is given to a section from the card, and the case goes on', async () => {
    await desk.chooseTown('石陵镇')
    await trial.startCase()
    await trial.panel().getByRole('button', { name: '案情' }).waitFor()
    await trial.goOnTo('建房前到场审查')
    await trial.choose('建房前到场审查', '邻近河道、水库', '是')
    for (let n = 0; n < 3; n += 1) {
      const before = await trial.entries()
      await trial.press('建房前到场审查', /^提交/)
      await soon(trial.entries).toBeGreaterThan(before)
    }
    const card = trial.task('水利审查')
    await card.getByText('石陵镇没有人能办这一步。').waitFor()
    await card.getByRole('button', { name: '指定股室…' }).click()
    const first = desk.page.getByRole('option').first()
    expect(await first.innerText()).toMatch(/资源管理股（建议）/)
    await first.click()
    await soon(() => card.locator('.plate').innerText()).toMatch(/资源/)
    const before = await trial.entries()
    await trial.press('水利审查', /^无意见|^同意/)
    await soon(trial.entries).toBeGreaterThan(before)
    await trial.press('水利审查', /^无意见|^同意/)
    await soon(trial.turns).not.toContain('水利审查')
    await desk.page.getByRole('button', { name: '撤销', exact: true }).click()
  })

  test('an item without saved walks gets its suite with the first one', async () => {
    rmSync(join(served.root, 'suites/tree.json'))
    await trial.pick(trial.panel(), '事项', '林木采伐许可')
    await trial.bar('开始走').click()
    await soon(trial.turns).not.toEqual([])
    await trial.bar('存为走查').click()
    await desk.page.getByText('已存进 suites/tree.json，保存后写入工作区。').waitFor()
    await desk.page.keyboard.press('Control+s')
    await soon(() => savedWalks('tree').map(({ towns }) => towns)).toEqual([['shiling']])
  })
})

test('nothing broke on the way', () => {
  expect(desk.broken).toEqual([])
})
