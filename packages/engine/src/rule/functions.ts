import { dateFunctions } from './date-functions.ts'
import { listFunctions } from './list-functions.ts'
import { numberFunctions } from './number-functions.ts'
import type { RuleFunction } from './rule-function.ts'
import { textFunctions } from './text-functions.ts'

/** Every built-in, by name. A map, so that no name reaches a prototype. */
export const ruleFunctions: ReadonlyMap<string, RuleFunction> = new Map(
  [...numberFunctions, ...textFunctions, ...listFunctions, ...dateFunctions].map((made) => [
    made.name,
    made,
  ]),
)

/** Names that may be called, including those that the grammar itself knows. */
export const functionNames: readonly string[] = [...ruleFunctions.keys(), 'duration']

/** Patterns can take unbounded time, so the functions that take one are refused. */
export const patternFunctions: ReadonlySet<string> = new Set(['matches', 'replace', 'split'])
