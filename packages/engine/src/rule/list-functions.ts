import type { RuleNode } from './ast.ts'
import type { Cell } from './cell.ts'
import { addDecimals, type Decimal, divideDecimals, isDecimal } from './decimal.ts'
import { compareCells, sameCells } from './equality.ts'
import {
  always,
  anything,
  boolean,
  decimalAt,
  isList,
  list,
  listAt,
  number,
  type Parameter,
  type RuleFunction,
  typeAt,
} from './rule-function.ts'
import {
  booleanType,
  decimalType,
  integerType,
  joinAll,
  joinTypes,
  type RuleType,
  type RuleTypeKind,
} from './rule-type.ts'

/** The items of `f(list)` or of `f(a, b, c)`: FEEL takes both. */
function itemsOf(args: readonly Cell[]): readonly Cell[] {
  const [only = null] = args
  return args.length === 1 && isList(only) ? only : args
}

function itemTypeOf(args: readonly RuleNode[]): RuleType | null {
  const only = typeAt(args, 0)
  return args.length === 1 && only.kind === 'list' ? only.of : joinAll(args.map((arg) => arg.type))
}

interface Fold {
  readonly name: string
  readonly kinds: readonly RuleTypeKind[]
  readonly type: (item: RuleType) => RuleType
  readonly fold: (items: readonly Cell[]) => Cell
  readonly takesNull?: boolean
}

function folding({ name, kinds, type, fold, takesNull = false }: Fold): RuleFunction {
  const parameter: Parameter = ['list', ...kinds]
  return {
    name,
    parameters: [parameter],
    repeats: true,
    takesNull,
    typeOf: (args) => {
      const item = itemTypeOf(args)
      return item !== null && (item.kind === 'null' || kinds.includes(item.kind))
        ? type(item)
        : null
    },
    apply: (args) => (args.length === 1 && args[0] === null ? null : fold(itemsOf(args))),
  }
}

function extreme(items: readonly Cell[], sign: 1 | -1): Cell {
  let best: Cell = items[0] ?? null
  for (const item of items) {
    const order = compareCells(item, best)
    if (order === null) {
      return null
    }
    best = order * sign > 0 ? item : best
  }
  return best
}

/** Null when the list is empty or holds a null, as DMN defines `sum`. */
function sum(items: readonly Cell[]): Decimal | null {
  let total: Decimal | null = items.length === 0 ? null : 0
  for (const item of items) {
    total = total === null || !isDecimal(item) ? null : addDecimals(total, item, null)
  }
  return total
}

function mean(items: readonly Cell[]): Cell {
  const total = sum(items)
  return total === null ? null : divideDecimals(total, items.length)
}

/** Kleene: one decisive value settles it, else a null leaves it open. */
function settled(items: readonly Cell[], decisive: boolean): boolean | null {
  let answer: boolean | null = !decisive
  for (const item of items) {
    if (item === decisive) {
      return decisive
    }
    answer = typeof item === 'boolean' ? answer : null
  }
  return answer
}

function distinct(items: readonly Cell[]): Cell {
  const kept: Cell[] = []
  for (const item of items) {
    if (!kept.some((other) => sameCells(other, item))) {
      kept.push(item)
    }
  }
  return kept
}

function sublist(args: readonly Cell[]): Cell {
  const items = listAt(args, 0) ?? []
  const start = decimalAt(args, 1)
  const length = args.length === 3 ? decimalAt(args, 2) : items.length
  const isWhole = Number.isInteger(start) && Number.isInteger(length)
  if (!isWhole || start === 0 || Number(length) < 0) {
    return null
  }
  const first = Number(start) > 0 ? Number(start) - 1 : items.length + Number(start)
  return first < 0 ? null : items.slice(first, first + Number(length))
}

function positions(items: readonly Cell[], wanted: Cell): Cell {
  return items.flatMap((item, index) => (sameCells(item, wanted) ? [index + 1] : []))
}

/** A list and values of the type that it holds. */
function ofListAndItem(
  args: readonly RuleNode[],
  type: (list: RuleType) => RuleType,
): RuleType | null {
  const items = typeAt(args, 0)
  const of = joinAll([
    items.kind === 'list' ? items.of : items,
    ...args.slice(1).map((arg) => arg.type),
  ])
  return of === null || of.kind === 'list' ? null : type({ kind: 'list', of })
}

function ofLists(args: readonly RuleNode[]): RuleType | null {
  return joinAll(args.map((arg) => arg.type))
}

const ordered: readonly RuleTypeKind[] = ['number', 'date', 'date-time', 'days', 'months', 'text']
const same = (type: RuleType): RuleType => type

export const listFunctions: readonly RuleFunction[] = [
  folding({ name: 'min', kinds: ordered, type: same, fold: (items) => extreme(items, -1) }),
  folding({ name: 'max', kinds: ordered, type: same, fold: (items) => extreme(items, 1) }),
  folding({ name: 'sum', kinds: ['number'], type: same, fold: sum }),
  folding({ name: 'mean', kinds: ['number'], type: () => decimalType, fold: mean }),
  folding({
    name: 'all',
    kinds: ['boolean'],
    type: () => booleanType,
    fold: (items) => settled(items, false),
    takesNull: true,
  }),
  folding({
    name: 'any',
    kinds: ['boolean'],
    type: () => booleanType,
    fold: (items) => settled(items, true),
    takesNull: true,
  }),
  {
    name: 'count',
    parameters: [list],
    typeOf: always(integerType),
    apply: (args) => listAt(args, 0)?.length ?? null,
  },
  {
    name: 'list contains',
    parameters: [list, anything],
    takesNull: true,
    typeOf: (args) => ofListAndItem(args, () => booleanType),
    apply: (args) => listAt(args, 0)?.some((item) => sameCells(item, args[1] ?? null)) ?? null,
  },
  {
    name: 'append',
    parameters: [list, anything],
    repeats: true,
    takesNull: true,
    typeOf: (args) => ofListAndItem(args, same),
    apply: (args) => {
      const items = listAt(args, 0)
      return items === null ? null : [...items, ...args.slice(1)]
    },
  },
  {
    name: 'concatenate',
    parameters: [list],
    repeats: true,
    typeOf: ofLists,
    apply: (args) => args.flat(),
  },
  {
    name: 'union',
    parameters: [list],
    repeats: true,
    typeOf: ofLists,
    apply: (args) => distinct(args.flat()),
  },
  {
    name: 'distinct values',
    parameters: [list],
    typeOf: (args) => typeAt(args, 0),
    apply: (args) => distinct(listAt(args, 0) ?? []),
  },
  {
    name: 'reverse',
    parameters: [list],
    typeOf: (args) => typeAt(args, 0),
    apply: (args) => listAt(args, 0)?.toReversed() ?? null,
  },
  {
    name: 'sublist',
    parameters: [list, number, number],
    optional: 1,
    typeOf: (args) => typeAt(args, 0),
    apply: sublist,
  },
  {
    name: 'index of',
    parameters: [list, anything],
    takesNull: true,
    typeOf: (args) => ofListAndItem(args, () => ({ kind: 'list', of: integerType })),
    apply: (args) => {
      const items = listAt(args, 0)
      return items === null ? null : positions(items, args[1] ?? null)
    },
  },
  {
    name: 'not',
    parameters: [boolean],
    typeOf: always(booleanType),
    apply: (args) => (typeof args[0] === 'boolean' ? !args[0] : null),
  },
  {
    name: 'is defined',
    parameters: [anything],
    takesNull: true,
    typeOf: always(booleanType),
    apply: (args) => (args[0] ?? null) !== null,
  },
  {
    name: 'get or else',
    parameters: [anything, anything],
    takesNull: true,
    typeOf: (args) => joinTypes(typeAt(args, 0), typeAt(args, 1)),
    apply: (args) => args[0] ?? args[1] ?? null,
  },
]
