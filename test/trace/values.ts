import type { CaseData, DecisionTable, Field, Runnable, Value } from '@yichuang/engine'
import type { Choices } from '@yichuang/engine/testing'
import { expressionsOf } from '../../packages/engine/src/machine/expressions-of.ts'

/** Draws a random value for a field; now and then another number of the case, so that two fields meet. */
export type Draw = (field: string, data: CaseData) => Value

const DAYS = ['2026-01-05', '2026-03-02', '2026-09-30', '2026-12-31', '2027-01-04']
const PLAIN_NUMBERS = [1, 60, 90]
/** A value that fits no field: the machine is total, whoever sends it what. */
const ALIEN = '?'

/** Values come from the borders that the workflow's rules mention. */
export function drawsOf({ workflow, program }: Runnable, choices: Choices): Draw {
  const { fields } = workflow
  const texts = expressionsOf(workflow).flatMap((use) =>
    use.kind === 'expression' ? [use.text] : columnsOf(program.tables.get(use.table)?.table),
  )
  const numbers = Object.keys(fields).filter((id) => fields[id]?.type === 'number')
  const pools = new Map<string, readonly Value[]>()
  for (const [id, field] of Object.entries(fields)) pools.set(id, poolOf(id, field, texts))

  return (field, data) => {
    if (choices.chance(5)) return choices.chance(60) ? null : ALIEN
    if (fields[field]?.type === 'number' && choices.chance(25)) {
      const other = data[choices.any(numbers) ?? '']
      if (typeof other === 'number') return other
    }
    return choices.any(pools.get(field) ?? []) ?? null
  }
}

/** Each input of a table as one text: its expression, with the cells below it. */
function columnsOf(table: DecisionTable | undefined): readonly string[] {
  return (table?.inputs ?? []).map(({ expression }, column) =>
    [expression, ...(table?.rules ?? []).map(({ when }) => when[column] ?? '')].join(' '),
  )
}

function poolOf(id: string, field: Field, texts: readonly string[]): readonly Value[] {
  switch (field.type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return field.of
    case 'date':
      return DAYS
    case 'number':
    case 'money':
      return numbersAround(
        texts.filter((text) => new RegExp(`\\b${id}\\b`).test(text)),
        field,
      )
    case 'text':
      return ['甲', '乙', '']
    case 'list':
      return [[]]
  }
}

/** The literals of some rules, one step of the field's scale below and above them. */
function numbersAround(
  texts: readonly string[],
  {
    scale = 0,
    min = 0,
    max = Number.MAX_SAFE_INTEGER,
  }: { readonly scale?: number; readonly min?: number; readonly max?: number },
): readonly number[] {
  const literals = texts.flatMap((text) => text.match(/(?<![\w.])\d+(?:\.\d+)?/g) ?? []).map(Number)
  const step = 10 ** -scale
  const around = [...PLAIN_NUMBERS, ...literals]
    .flatMap((n) => [n - step, n, n + step])
    .map((n) => Number(n.toFixed(scale)))
  return [...new Set(around)].filter((n) => n >= min && n <= max)
}
