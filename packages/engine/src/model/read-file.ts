import { firstTooNested, MAX_BLOCKS } from './block-depth.ts'
import type { ModelFault, ShapeFault } from './fault.ts'
import type { Json, JsonObject } from './json.ts'
import type { FileKind } from './migrations.ts'
import { knownFormats, MIGRATIONS, migrate } from './migrations.ts'
import { placeFault } from './place-fault.ts'
import type { JsonDocument } from './read-json.ts'
import { readJson } from './read-json.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'
import type { z } from './strict.schema.ts'
import { shapeFindings } from './zod-faults.ts'

/** A file's typed value, with the places of its text. */
export interface ReadFile<T> {
  readonly value: T
  readonly locate: JsonDocument['locate']
}

/** A file with more faults than this is of another kind altogether; the first ones say so. */
const MOST_FAULTS = 100

/** Text → JSON → format → depth of blocks → schema. Every fault has its path, line and column. */
export function readFile<T>(
  kind: FileKind,
  schema: z.ZodType<T>,
  source: string | Uint8Array,
  file?: string,
): Result<ReadFile<T>, readonly ModelFault[]> {
  const json = readJson(source, file === undefined ? {} : { file })
  if (!json.ok) return json
  const origin = { file, locate: json.value.locate }
  const refuse = (fault: ModelFault) => fail([fault])

  const raw = json.value.value
  const format = formatFault(kind, raw)
  if (format) return refuse(placeFault(format, ['format'], origin))
  const value = isObject(raw) ? migrate(raw, MIGRATIONS[kind]) : raw
  const nested = firstTooNested(value)
  if (nested) {
    return refuse(placeFault({ kind: 'too-deep', of: 'blocks', limit: MAX_BLOCKS }, nested, origin))
  }

  const parsed = schema.safeParse(value)
  if (parsed.success) return ok({ value: parsed.data, locate: json.value.locate })
  const findings = shapeFindings(parsed.error.issues, value).slice(0, MOST_FAULTS)
  return fail(findings.map(({ problem, path }): ShapeFault => placeFault(problem, path, origin)))
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** A format of another number is one fault, not a hundred about keys that this reader cannot know. */
function formatFault(kind: FileKind, value: Json) {
  if (!isObject(value) || value['format'] === undefined) return undefined
  const known = knownFormats(MIGRATIONS[kind])
  const found = value['format']
  if (typeof found === 'number' && known.includes(found)) return undefined
  return { kind: 'unknown-format', found, known } as const
}
