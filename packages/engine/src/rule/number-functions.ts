import type { Cell } from './cell.ts'
import {
  compareDecimals,
  moduloDecimal,
  negateDecimal,
  type Rounding,
  roundDecimal,
} from './decimal.ts'
import { decimalAt, number, type RuleFunction, roundedType, typeAt } from './rule-function.ts'
import { joinTypes } from './rule-type.ts'

function rounding(
  name: string,
  mode: Rounding,
  places: Pick<RuleFunction, 'optional'> = {},
): RuleFunction {
  return {
    name,
    parameters: [number, number],
    ...places,
    typeOf: roundedType,
    apply: (args) => {
      const value = decimalAt(args, 0)
      const scale = args.length === 1 ? 0 : decimalAt(args, 1)
      return value === null || scale === null ? null : roundDecimal(value, scale, mode)
    },
  }
}

function absolute(args: readonly Cell[]): Cell {
  const value = decimalAt(args, 0)
  return value !== null && compareDecimals(value, 0) < 0 ? negateDecimal(value) : value
}

function modulo(args: readonly Cell[]): Cell {
  const [dividend, divisor] = [decimalAt(args, 0), decimalAt(args, 1)]
  return dividend === null || divisor === null ? null : moduloDecimal(dividend, divisor)
}

/** `decimal` rounds half to even, as DMN says; the others say in their names how they round. */
export const numberFunctions: readonly RuleFunction[] = [
  {
    name: 'abs',
    parameters: [['number', 'days', 'months']],
    typeOf: (args) => typeAt(args, 0),
    apply: absolute,
  },
  {
    name: 'modulo',
    parameters: [number, number],
    typeOf: (args) => joinTypes(typeAt(args, 0), typeAt(args, 1)),
    apply: modulo,
  },
  rounding('floor', 'floor', { optional: 1 }),
  rounding('ceiling', 'ceiling', { optional: 1 }),
  rounding('decimal', 'half-even'),
  rounding('round up', 'up'),
  rounding('round down', 'down'),
  rounding('round half up', 'half-up'),
  rounding('round half down', 'half-down'),
]
