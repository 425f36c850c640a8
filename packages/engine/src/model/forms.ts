import type { FormName } from './fault.ts'
import { OPERATOR_NAMES, RESERVED_ANSWERS } from './operator-names.ts'

/**
 * Words of FEEL that are one lowerCamelCase word: a field of that name could not be read in an
 * expression. Keywords first, then the built-in functions and types (DMN 1.5, 10.3.1 and 10.3.4).
 */
const FEEL_WORDS: readonly string[] = [
  ...['and', 'between', 'else', 'every', 'external', 'false', 'for', 'function', 'if', 'in'],
  ...['instance', 'not', 'null', 'of', 'or', 'return', 'satisfies', 'some', 'then', 'true'],
  ...['item', 'partial', 'today', 'now', 'date', 'time', 'duration', 'number', 'string', 'boolean'],
  ...['list', 'context', 'range', 'any', 'all', 'min', 'max', 'sum', 'mean', 'median', 'mode'],
  ...['count', 'append', 'concatenate', 'insert', 'remove', 'reverse', 'union', 'flatten', 'sort'],
  ...['product', 'stddev', 'sublist', 'substring', 'contains', 'matches', 'replace', 'split'],
  ...['decimal', 'floor', 'ceiling', 'abs', 'modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'is'],
  ...['before', 'after', 'meets', 'overlaps', 'during', 'includes', 'starts', 'finishes'],
]

const KEBAB = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*'
const DAY = '(?:0[1-9]|[12][0-9]|3[01])'

function noneOf(words: readonly string[]): string {
  return `(?!(?:${words.join('|')})$)`
}

/** The pattern of each named form. They stand in the JSON Schemas too, so they use no flags. */
export const FORMS: Readonly<Record<FormName, RegExp>> = {
  id: new RegExp(`^${KEBAB}$`),
  'action-id': new RegExp(`^${noneOf(OPERATOR_NAMES)}${KEBAB}$`),
  'answer-id': new RegExp(`^${noneOf(RESERVED_ANSWERS)}${KEBAB}$`),
  'field-id': new RegExp(`^${noneOf(FEEL_WORDS)}[a-z][a-zA-Z0-9]*$`),
  // Codes of the domain: `D06`, `RCC.NATRES`, `sanwu`, `window-clerk`.
  code: /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/,
  date: new RegExp(`^[0-9]{4}-(?:0[1-9]|1[0-2])-${DAY}$`),
  'moment-of-day': /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/,
  'utc-offset': /^[+-](?:0[0-9]|1[0-4]):[0-5][0-9]$/,
  hash: /^sha256:[0-9a-f]{64}$/,
  // `2/3`, but neither `0/3` nor `3/0`; more than the whole is refused by the schema.
  share: /^[1-9][0-9]{0,3}\/[1-9][0-9]{0,3}$/,
  year: /^[0-9]{4}$/,
}

/** Words that a form refuses although they are well formed. */
export const RESERVED: Readonly<Partial<Record<FormName, readonly string[]>>> = {
  'action-id': OPERATOR_NAMES,
  'answer-id': RESERVED_ANSWERS,
  'field-id': FEEL_WORDS,
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether an ISO date of the right form is a day of the calendar: `2027-02-29` is none. */
export function isCivilDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && isLeap ? 29 : DAYS_OF_MONTH[month - 1]
  return last !== undefined && day >= 1 && day <= last
}
