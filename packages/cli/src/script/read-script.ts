import {
  fail,
  type Json,
  type JsonObject,
  nearestName,
  ok,
  type Result,
  readJson,
  type WalkLine,
} from '@yichuang/engine'
import { fitsShape, isObject, LINE_SHAPES } from './line-shapes.ts'
import type { ScriptFault } from './script-fault.ts'
import type { ScriptLine } from './script-line.ts'

type Script = Result<readonly ScriptLine[], readonly ScriptFault[]>

const KINDS = Object.keys(LINE_SHAPES)
const MOST_FAULTS = 20

/** Reads JSON Lines: one object per line, blank lines passed over; `$town` stands for the town. */
export function readScript(source: Uint8Array, town: string | undefined): Script {
  const text = new TextDecoder('utf-8').decode(source)
  const lines: ScriptLine[] = []
  const faults: ScriptFault[] = []
  for (const [index, row] of text.split(/\r\n|\n|\r/).entries()) {
    if (row.trim() === '') continue
    const line = index + 1
    const json = readJson(row)
    const read = json.ok
      ? readLine(town === undefined ? json.value.value : withTown(json.value.value, town), line)
      : fail<ScriptFault>({ kind: 'line-not-json', line, faults: json.error })
    if (read.ok) lines.push(read.value)
    else faults.push(read.error)
    if (faults.length >= MOST_FAULTS) break
  }
  if (faults.length > 0) return fail(faults)
  return lines.length === 0 ? fail([{ kind: 'script-empty', line: 1 }]) : ok(lines)
}

/** The script of a saved walk, for one of its towns: `$town` stands for it. */
export function scriptOfWalk(script: readonly WalkLine[], town: string): Script {
  const lines: ScriptLine[] = []
  const faults: ScriptFault[] = []
  for (const [index, walkLine] of script.entries()) {
    const read = readLine(withTown({ ...walkLine }, town), index + 1)
    if (read.ok) lines.push(read.value)
    else faults.push(read.error)
  }
  return faults.length > 0 ? fail(faults) : ok(lines)
}

/**
 * Replaces `$town` wherever a text of the value holds it, and a value given town by town,
 * `{"$sanwu": …, "$shiling": …}`, by that of the town: in a walk, towns differ in sections and people.
 */
function withTown(value: Json, town: string): Json {
  if (typeof value === 'string') return value.replaceAll('$town', town)
  if (Array.isArray(value)) return value.map((element) => withTown(element, town))
  if (!isObject(value)) return value
  if (isByTown(value)) return withTown(value[`$${town}`] ?? null, town)
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.replaceAll('$town', town),
      withTown(member, town),
    ]),
  )
}

const OF_NO_TOWN: readonly string[] = ['$town', '$schema']

function isByTown(value: JsonObject): boolean {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key.startsWith('$') && !OF_NO_TOWN.includes(key))
}

function readLine(value: Json, line: number): Result<ScriptLine, ScriptFault> {
  if (!isObject(value)) return fail({ kind: 'line-not-object', line })
  const keys = Object.keys(value)
  const stranger = keys.find((key) => !KINDS.includes(key))
  if (stranger !== undefined) return fail(unknownKey('line', stranger, KINDS, line))
  const [kind] = keys
  if (kind === undefined) return fail({ kind: 'line-without-kind', line, known: KINDS })
  if (keys.length > 1) return fail({ kind: 'line-of-two-kinds', line, kinds: keys })
  const fault = faultOfBody(kind, value[kind] ?? null, line)
  if (fault !== null) return fail(fault)
  // Every key has been looked at against `LINE_SHAPES`, which says what `ScriptLine` says.
  return ok({ line, kind, ...value } as unknown as ScriptLine)
}

function faultOfBody(of: string, body: Json, line: number): ScriptFault | null {
  if (!isObject(body)) return { kind: 'wrong-value-in-line', of, key: of, shape: 'object', line }
  const shapes = LINE_SHAPES[of] ?? {}
  for (const [key, value] of Object.entries(body)) {
    const known = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    if (known === undefined) return unknownKey(of, key, Object.keys(shapes), line)
    if (!fitsShape(value, known.shape))
      return { kind: 'wrong-value-in-line', of, key, shape: known.shape, line }
  }
  for (const [key, { isRequired }] of Object.entries(shapes)) {
    if (isRequired && !Object.hasOwn(body, key))
      return { kind: 'key-missing-in-line', of, key, line }
  }
  return null
}

function unknownKey(of: string, key: string, known: readonly string[], line: number): ScriptFault {
  const nearest = nearestName(key, known)
  return {
    kind: 'unknown-key-in-line',
    of,
    key,
    known,
    line,
    ...(nearest === undefined ? {} : { nearest }),
  }
}
