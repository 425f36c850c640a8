import type { JsonObject, Result } from '@yichuang/engine'
import { fail, ok } from '@yichuang/engine'
import { release } from '../commands/release.ts'
import { isDay } from '../day.ts'
import type { Terminal } from '../terminal.ts'
import { wordingOf } from '../wording/wording.ts'
import { type Answer, answered, refused } from './answer.ts'

const KEYS = ['note', 'preparedBy', 'approvedBy', 'effectiveFrom', 'override'] as const
const NEEDED = ['note', 'preparedBy', 'approvedBy', 'effectiveFrom'] as const

type Request = Readonly<Partial<Record<(typeof KEYS)[number], string>>>

/** What is wrong with a request for a release, key by key. */
export interface RequestFault {
  readonly kind: 'missing-key' | 'unknown-key' | 'wrong-type' | 'bad-day' | 'two-persons'
  readonly key: string
}

/**
 * Publishes: the very command `yichuang release --json`, told the same things by the editor. `terminal`
 * gives the day.
 */
export async function publish(
  root: string,
  body: JsonObject,
  { today, env }: Pick<Terminal, 'today' | 'env'>,
): Promise<Answer> {
  const request = requestOf(body)
  if (!request.ok) return answered(422, { faults: request.error })
  const { note, preparedBy, approvedBy, effectiveFrom, override } = request.value
  let out = ''
  let words = ''
  const code = await release.run({
    operands: [root],
    options: {
      json: true,
      note,
      'prepared-by': preparedBy,
      'approved-by': approvedBy,
      'effective-from': effectiveFrom,
      override,
    },
    terminal: {
      out: (text) => {
        out += text
      },
      err: (text) => {
        words += text
      },
      readStdin: async () => new Uint8Array(),
      cwd: root,
      env,
      today,
    },
    wording: wordingOf('zh'),
  })
  return answerOf(code, out === '' ? {} : JSON.parse(out), words)
}

function answerOf(code: number, told: Readonly<Record<string, unknown>>, words: string): Answer {
  if (code === 0)
    return answered(200, { number: told['number'], path: told['file'], hash: told['hash'] })
  if (told['findings'] !== undefined) return answered(409, { findings: told['findings'] })
  if (told['faults'] !== undefined) return answered(422, { faults: told['faults'] })
  return refused({ kind: 'not-published', words })
}

function requestOf(body: JsonObject): Result<Request, readonly RequestFault[]> {
  const faults: RequestFault[] = []
  for (const key of Object.keys(body)) {
    if (!KEYS.some((known) => known === key)) faults.push({ kind: 'unknown-key', key })
    else if (typeof body[key] !== 'string') faults.push({ kind: 'wrong-type', key })
  }
  const text = (key: string): string => String(body[key] ?? '').trim()
  for (const key of NEEDED) if (text(key) === '') faults.push({ kind: 'missing-key', key })
  if ('override' in body && text('override') === '')
    faults.push({ kind: 'missing-key', key: 'override' })
  if (text('effectiveFrom') !== '' && !isDay(text('effectiveFrom')))
    faults.push({ kind: 'bad-day', key: 'effectiveFrom' })
  if (text('preparedBy') !== '' && text('preparedBy') === text('approvedBy'))
    faults.push({ kind: 'two-persons', key: 'approvedBy' })
  if (faults.length > 0) return fail(faults)
  const known = KEYS.filter((key) => key in body).map((key) => [key, text(key)] as const)
  return ok(Object.fromEntries(known))
}
