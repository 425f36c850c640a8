import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A case walked on trial in the editor: what one sees of it and does with it, in the words of the page. */
export interface Trial {
  panel(): Locator
  task(step: string): Locator
  clocks(): Locator
  /** A button anywhere on the page, by its whole name. */
  bar(name: string): Locator
  alert(): Locator
  /** The steps whose turn it is, as the panel lists them. */
  turns(): Promise<readonly string[]>
  /** How many entries the ledger has. */
  entries(): Promise<number>
  /** Opens a fresh case with the facts of the most common one, begun on a day without holidays near. */
  startCase(): Promise<void>
  /** Goes on with the plain step of each task until the step is open. */
  goOnTo(step: string): Promise<void>
  goOnToEnd(): Promise<void>
  press(step: string, action: RegExp): Promise<void>
  choose(step: string, fact: string, answer: '是' | '否'): Promise<void>
  pick(inside: Locator, label: string, choice: string | RegExp): Promise<void>
  pickMore(step: string, operator: string): Promise<void>
  /** Does what an operator asks for: picks from its lists, and confirms with the reason that stands there. */
  ask(
    step: string,
    operator: string,
    answers: Readonly<Record<string, string | RegExp>>,
  ): Promise<void>
  /** Takes one of the acts on the whole case. */
  whole(act: string): Promise<void>
}

const FIRST_DAY = '2026-05-11'
const MOST_STEPS = 30

export function trialAt(page: Page): Trial {
  const panel = () => page.getByRole('complementary', { name: '案件' })
  const task = (step: string) => panel().getByRole('region', { name: step, exact: true })
  const bar = (name: string) => page.getByRole('button', { name, exact: true })
  const turns = () => panel().locator('.turn-title').allInnerTexts()
  const entries = async () => {
    const tab = await page.getByRole('tab', { name: /^台账/ }).innerText()
    return Number(/\d+/.exec(tab)?.[0])
  }
  const pick: Trial['pick'] = async (inside, label, choice) => {
    await inside.getByRole('button', { name: label }).click()
    await page.getByRole('option', { name: choice }).first().click()
  }
  const pickMore: Trial['pickMore'] = async (step, operator) => {
    await task(step).getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: operator, exact: true }).click()
  }
  return {
    panel,
    task,
    bar,
    turns,
    entries,
    pick,
    pickMore,
    clocks: () => page.getByRole('region', { name: '两个钟', exact: true }),
    alert: () => panel().getByRole('alert'),
    startCase: async () => {
      const another = bar('另走一件')
      if (await another.isVisible()) await another.click()
      await bar('最常见情形').click()
      const start = panel().getByRole('textbox', { name: '申请日期' })
      await start.fill(FIRST_DAY)
      await start.press('Enter')
      await bar('开始走').click()
      await task('农户申请').waitFor()
    },
    goOnTo: async (step) => {
      for (let n = 0; n < MOST_STEPS && !(await turns()).includes(step); n += 1) {
        const before = await entries()
        await bar('办下一步').click()
        await expect.poll(entries, { timeout: 20_000 }).not.toBe(before)
      }
      await task(step).waitFor()
    },
    goOnToEnd: async () => {
      await bar('走到底').click()
      await panel().locator('.walk-closed').waitFor()
    },
    press: (step, action) => task(step).getByRole('button', { name: action }).click(),
    choose: async (step, fact, answer) => {
      const group = task(step).getByRole('radiogroup', { name: fact })
      await group.getByRole('radio', { name: answer }).click()
    },
    ask: async (step, operator, answers) => {
      await pickMore(step, operator)
      for (const [label, choice] of Object.entries(answers)) await pick(task(step), label, choice)
      await task(step).getByRole('button', { name: '确定' }).click()
    },
    whole: async (act) => {
      const button = bar(act)
      if (!(await button.isVisible())) await bar('整件的动作').click()
      await button.click()
    },
  }
}
