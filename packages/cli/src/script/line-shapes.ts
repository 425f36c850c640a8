import type { Json, JsonObject } from '@yichuang/engine'

/** What a value of a script line may be. */
export type Shape =
  | 'text'
  | 'text-or-null'
  | 'text-or-false'
  | 'boolean'
  | 'texts'
  | 'object'
  | 'object-of-texts'
  | 'object-of-text-or-null'
  | 'object-of-text-or-texts'
  | 'object-of-lists'
  | 'boolean-or-object'
  | 'by'
  | 'text-or-object'
  | 'then'
  | 'siblings'
  | 'where'
  | 'change'

export interface KeyShape {
  readonly shape: Shape
  readonly isRequired?: true
}

type Shapes = Readonly<Record<string, KeyShape>>

const key = (shape: Shape): KeyShape => ({ shape })
const needed = (shape: Shape): KeyShape => ({ shape, isRequired: true })

/** The keys of each kind of line. `schemas/run-script.schema.json` says the same. */
export const LINE_SHAPES: Readonly<Record<string, Shapes>> = {
  open: {
    item: needed('text'),
    town: key('text'),
    at: key('text'),
    caseId: key('text'),
    commandId: key('text'),
    applicant: key('object'),
    data: key('object'),
    by: key('by'),
    salts: key('object-of-texts'),
  },
  act: {
    task: needed('text'),
    action: needed('text'),
    by: key('by'),
    at: key('text'),
    commandId: key('text'),
    data: key('object'),
    opinion: key('text'),
    salts: key('object-of-texts'),
    to: key('text'),
    people: key('texts'),
    where: key('where'),
    then: key('then'),
    siblings: key('siblings'),
    branches: key('texts'),
    clock: key('text'),
    reason: key('text'),
    ground: key('text'),
    basis: key('text'),
    change: key('change'),
    effectiveAt: key('text'),
  },
  tick: { at: key('text') },
  registers: {
    directory: key('text-or-object'),
    people: key('text-or-object'),
    calendar: key('text-or-object'),
  },
  expect: {
    open: key('texts'),
    closed: key('boolean'),
    finished: key('boolean'),
    outcome: key('text-or-null'),
    sections: key('object-of-text-or-texts'),
    people: key('object-of-lists'),
    due: key('object-of-text-or-null'),
    documents: key('texts'),
    refused: key('text-or-false'),
    events: key('texts'),
    provisional: key('boolean-or-object'),
    nobody: key('texts'),
    data: key('object'),
  },
}

const isText = (value: Json): boolean => typeof value === 'string' && value !== ''
const isTexts = (value: Json): boolean => Array.isArray(value) && value.every(isText)

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isObjectOf(value: Json, fits: (value: Json) => boolean): boolean {
  return isObject(value) && Object.values(value).every(fits)
}

function isChange([key, value]: readonly [string, Json]): boolean {
  if (key === 'skip') return value === true
  return ['before', 'after', 'without'].includes(key) && isTexts(value)
}

const FITS: Readonly<Record<Shape, (value: Json) => boolean>> = {
  text: isText,
  'text-or-null': (value) => value === null || isText(value),
  'text-or-false': (value) => value === false || isText(value),
  boolean: (value) => typeof value === 'boolean',
  texts: isTexts,
  object: (value) => isObject(value),
  'object-of-texts': (value) => isObjectOf(value, isText),
  'object-of-text-or-null': (value) => isObjectOf(value, (one) => one === null || isText(one)),
  'object-of-text-or-texts': (value) => isObjectOf(value, (one) => isText(one) || isTexts(one)),
  'object-of-lists': (value) => isObjectOf(value, isTexts),
  'boolean-or-object': (value) =>
    typeof value === 'boolean' || isObjectOf(value, (one) => typeof one === 'boolean'),
  by: (value) => isText(value) || isActor(value),
  'text-or-object': (value) => isText(value) || isObject(value),
  then: (value) => value === 'again' || value === 'straight-back',
  change: (value) => isObject(value) && Object.entries(value).every(isChange),
  where: (value) => value === 'before' || value === 'beside' || value === 'after',
  siblings: (value) => value === 'cancel' || value === 'keep' || value === 'affected',
}

const ACTOR_KEYS: readonly (readonly string[])[] = [
  ['person'],
  ['person', 'post'],
  ['party'],
  ['body'],
  ['service'],
  ['case'],
  ['message'],
  ['duty'],
  ['post'],
  ['duty', 'post'],
]

function isActor(value: Json): boolean {
  if (!isObjectOf(value, isText)) return false
  const keys = Object.keys(value ?? {})
  return ACTOR_KEYS.some(
    (known) => known.length === keys.length && known.every((name) => keys.includes(name)),
  )
}

/** Whether a value is what the key of a line asks for. */
export function fitsShape(value: Json, shape: Shape): boolean {
  return FITS[shape](value)
}
