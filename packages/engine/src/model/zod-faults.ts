import type { JsonPath, JsonType, Requirement, ShapeProblem } from './fault.ts'
import { FORMS, RESERVED } from './forms.ts'
import type { Json } from './json.ts'
import { nearestName } from './nearest.ts'
import type { z } from './strict.schema.ts'
import { KEY_SEPARATOR } from './strict.schema.ts'

type Issue = z.core.$ZodIssue

/** A problem of shape and the path where it lies. */
export interface ShapeFinding {
  readonly problem: ShapeProblem
  readonly path: JsonPath
}

/**
 * Turns what a schema reports about `value` into facts, in the order of the schema. One fault per
 * cause: of several demands that one value fails the first is told, and a key that is missing only
 * because it is misspelt is told as the unknown key.
 */
export function shapeFindings(issues: readonly Issue[], value: Json): readonly ShapeFinding[] {
  const findings = issues.flatMap((issue) => findingsOf(issue, value, []))
  const misspelt = new Set<string>()
  for (const { problem, path } of findings) {
    if (problem.kind !== 'unknown-key' || problem.nearest === undefined) continue
    misspelt.add(JSON.stringify([...path.slice(0, -1), problem.nearest]))
  }
  const told = new Set<string>()
  return findings.filter(({ problem, path }) => {
    const place = JSON.stringify(path)
    const excused = keysMissed(problem, path).some((key) => misspelt.has(JSON.stringify(key)))
    if (told.has(place) || excused) return false
    told.add(place)
    return true
  })
}

/** Paths of the keys that a problem says are not there. */
function keysMissed(problem: ShapeProblem, path: JsonPath): readonly JsonPath[] {
  if (problem.kind === 'missing-key') return [path]
  if (problem.kind !== 'bad-value' || problem.required.rule !== 'one-needed') return []
  return problem.required.keys.map((key) => [...path, key])
}

function findingsOf(issue: Issue, root: Json, base: JsonPath): readonly ShapeFinding[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? '' : part))]
  const found = valueAt(root, path)
  const one = (problem: ShapeProblem): readonly ShapeFinding[] => [{ problem, path }]
  const bad = (required: Requirement) => one(badValue(found, required))
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue, path)
    case 'invalid_type':
      return wrongType(issue.expected, found, path)
    case 'invalid_value':
      return found === undefined
        ? missing(path)
        : bad({ rule: 'one-of', values: jsonOnly(issue.values) })
    case 'invalid_union':
      return unionFindings(issue, root, path)
    case 'invalid_key':
      return issue.issues.map((inner) => ({ problem: badKey(inner, path), path }))
    case 'invalid_format':
      return bad(formOf(issue.pattern, found))
    case 'too_small':
      return bad({ rule: lowerRule(issue), bound: Number(issue.minimum) })
    case 'too_big':
      return bad({ rule: upperRule(issue), bound: Number(issue.maximum) })
    case 'custom':
      return bad(requirementOf(issue.params))
    case 'not_multiple_of':
    case 'invalid_element':
      return bad({ rule: 'other' })
  }
}

/** The value at a path, or `undefined` where there is none. */
function valueAt(root: Json, path: JsonPath): Json | undefined {
  let value: Json | undefined = root
  for (const part of path) {
    if (value === null || typeof value !== 'object') return undefined
    if (!Object.hasOwn(value, part)) return undefined
    value = (value as { readonly [key: string | number]: Json })[part]
  }
  return value
}

function badValue(found: Json | undefined, required: Requirement): ShapeProblem {
  const kind = 'bad-value'
  if (required.rule !== 'one-of' || typeof found !== 'string') return { kind, found, required }
  const names = required.values.filter((value) => typeof value === 'string')
  const nearest = nearestName(found, names)
  return { kind, found, required, ...(nearest === undefined ? {} : { nearest }) }
}

function badKey(inner: Issue, path: JsonPath): ShapeProblem {
  const key = String(path.at(-1))
  return badValue(
    key,
    inner.code === 'invalid_format' ? formOf(inner.pattern, key) : { rule: 'other' },
  )
}

function unknownKeys(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  path: JsonPath,
): readonly ShapeFinding[] {
  const known = issue.message.split(KEY_SEPARATOR)
  return issue.keys.map((key) => {
    const nearest = nearestName(key, known)
    const problem = { kind: 'unknown-key', key, ...(nearest ? { nearest } : {}), known } as const
    return { problem, path: [...path, key] }
  })
}

function missing(path: JsonPath): readonly ShapeFinding[] {
  return [{ problem: { kind: 'missing-key', key: String(path.at(-1)) }, path }]
}

const EXPECTED: Readonly<Record<string, JsonType>> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  null: 'null',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
}

function wrongType(
  expected: string,
  found: Json | undefined,
  path: JsonPath,
): readonly ShapeFinding[] {
  if (found === undefined) return missing(path)
  if (expected === 'int' && typeof found === 'number') {
    return [{ problem: badValue(found, { rule: 'whole-number' }), path }]
  }
  const type = EXPECTED[expected]
  const problem = {
    kind: 'wrong-type',
    found: typeOf(found),
    expected: type ? [type] : [],
  } as const
  return [{ problem, path }]
}

function typeOf(value: Json): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'boolean' : 'object'
}

function formOf(pattern: string | undefined, found: Json | undefined): Requirement {
  const entry = Object.entries(FORMS).find(([, form]) => String(form) === pattern)
  if (!entry) return { rule: 'other' }
  const form = entry[0] as keyof typeof FORMS
  const reserved = RESERVED[form]
  if (typeof found === 'string' && reserved?.includes(found))
    return { rule: 'not-reserved', reserved }
  return { rule: 'form', form }
}

function requirementOf(params: Readonly<Record<string, unknown>> | undefined): Requirement {
  const required = params?.['required']
  // Only our own schemas give `required`, and they are checked to give a `Requirement`.
  return required === undefined ? { rule: 'other' } : (required as Requirement)
}

function lowerRule(issue: z.core.$ZodIssueTooSmall): 'at-least' | 'more-than' | 'size-at-least' {
  if (issue.origin === 'string' || issue.origin === 'array') return 'size-at-least'
  return issue.inclusive === false ? 'more-than' : 'at-least'
}

function upperRule(issue: z.core.$ZodIssueTooBig): 'at-most' | 'less-than' | 'size-at-most' {
  if (issue.origin === 'string' || issue.origin === 'array') return 'size-at-most'
  return issue.inclusive === false ? 'less-than' : 'at-most'
}

function jsonOnly(values: readonly unknown[]): readonly (string | number | boolean | null)[] {
  return values.filter(
    (value) =>
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean',
  )
}

/** Of several shapes, reports the one that the value most probably means. */
function unionFindings(
  issue: z.core.$ZodIssueInvalidUnion,
  root: Json,
  path: JsonPath,
): readonly ShapeFinding[] {
  const found = valueAt(root, path)
  if (found === undefined) return missing(path)
  if (issue.discriminator !== undefined) {
    const required = {
      rule: 'one-of',
      values: jsonOnly('options' in issue ? (issue.options ?? []) : []),
    } as const
    return [{ problem: badValue(found, required), path }]
  }
  const branches = issue.errors.map((errors) =>
    errors.flatMap((inner) => findingsOf(inner, root, path)),
  )
  return mergedTypes(branches, path) ?? likeliest(branches)
}

/** When no branch accepts even the type of the value: one fault that names every type allowed. */
function mergedTypes(
  branches: readonly (readonly ShapeFinding[])[],
  path: JsonPath,
): readonly ShapeFinding[] | undefined {
  const expected: JsonType[] = []
  for (const branch of branches) {
    const own = branch.find((finding) => finding.path.length === path.length)?.problem
    if (own?.kind !== 'wrong-type') return undefined
    expected.push(...own.expected)
  }
  const problem = branches[0]?.find((finding) => finding.path.length === path.length)?.problem
  if (problem?.kind !== 'wrong-type') return undefined
  return [{ problem: { ...problem, expected: [...new Set(expected)] }, path }]
}

function likeliest(branches: readonly (readonly ShapeFinding[])[]): readonly ShapeFinding[] {
  let best: readonly ShapeFinding[] = []
  let bestScore = Number.POSITIVE_INFINITY
  for (const branch of branches) {
    const score = branch.reduce((sum, { problem }) => sum + penaltyOf(problem), 0)
    if (score >= bestScore) continue
    best = branch
    bestScore = score
  }
  return best
}

/** How much a problem speaks against the branch that reports it. */
function penaltyOf(problem: ShapeProblem): number {
  switch (problem.kind) {
    case 'wrong-type':
      return 100
    case 'missing-key':
      return 10
    case 'unknown-key':
      return problem.nearest === undefined ? 10 : 4
    case 'bad-value':
      return problem.required.rule === 'one-of' ? 3 : 2
    case 'unknown-format':
    case 'wrong-hash':
      return 1
  }
}
