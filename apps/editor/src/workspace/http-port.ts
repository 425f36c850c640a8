import { fail, ok, type Result } from '@yichuang/engine'
import type {
  FileChange,
  Published,
  StoredWorkspace,
  Unreachable,
  WorkspacePort,
  WriteRefusal,
} from './port.ts'

/** What the server says to a page that it did not open itself. */
const STRANGER: readonly string[] = ['no-token', 'wrong-host', 'wrong-origin']

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** The workspace behind the local server that `yichuang edit` starts. */
export function httpWorkspace(token: string): WorkspacePort {
  async function ask(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Result<Answer, Unreachable>> {
    try {
      const answer = await fetch(path, {
        method,
        headers: { 'x-yichuang-token': token, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const told = recordOf(await answer.json().catch(() => null))
      if (STRANGER.includes(String(told['kind']))) return fail({ kind: 'not-allowed' })
      return ok({ status: answer.status, body: told })
    } catch {
      return fail({ kind: 'no-answer' })
    }
  }

  return {
    read: async () => {
      const answer = await ask('GET', '/api/workspace')
      if (!answer.ok) return answer
      if (answer.value.status !== 200) return fail({ kind: 'no-answer' })
      return ok(workspaceOf(answer.value.body))
    },
    write: async (path, text, base) => {
      const answer = await ask('PUT', fileAddress(path), { text, base })
      if (!answer.ok) return answer
      if (answer.value.status === 200) return ok(String(answer.value.body['hash']))
      return fail(writeRefusal(answer.value))
    },
    remove: async (path, base) => {
      const answer = await ask('DELETE', fileAddress(path), { base })
      if (!answer.ok) return answer
      return answer.value.status === 200 ? ok(null) : fail(writeRefusal(answer.value))
    },
    watch: (onChange) => watchEvents(token, onChange),
    release: async (request) => {
      const answer = await ask('POST', '/api/release', request)
      if (!answer.ok) return answer
      const { status, body } = answer.value
      if (status === 200) return ok(publishedOf(body))
      if (status === 409) return fail({ kind: 'findings', findings: listOf(body['findings']) })
      if (status === 422) return fail({ kind: 'unreadable', faults: listOf(body['faults']) })
      return fail({ kind: 'cannot-write' })
    },
  }
}

/** EventSource cannot send a header; the server takes the key in the address for this one path. */
function watchEvents(token: string, onChange: (change: FileChange) => void): () => void {
  const source = new EventSource(`/api/events?token=${encodeURIComponent(token)}`)
  source.onmessage = (message) => {
    const event = recordOf(JSON.parse(String(message.data)))
    if (event['type'] !== 'changed' && event['type'] !== 'removed') return
    onChange({ path: String(event['path']), hash: textOrNull(event['hash']) })
  }
  return () => source.close()
}

function fileAddress(path: string): string {
  return `/api/files/${path.split('/').map(encodeURIComponent).join('/')}`
}

function writeRefusal({ status, body }: Answer): WriteRefusal {
  if (status === 409) {
    return {
      kind: 'changed-elsewhere',
      hash: textOrNull(body['hash']),
      text: textOrNull(body['text']),
    }
  }
  if (status === 422) return { kind: 'unreadable', faults: listOf(body['faults']) }
  return { kind: 'cannot-write' }
}

function workspaceOf(body: Readonly<Record<string, unknown>>): StoredWorkspace {
  const files = Object.entries(recordOf(body['files'])).map(([path, value]) => {
    const file = recordOf(value)
    return [path, { text: String(file['text']), hash: String(file['hash']) }] as const
  })
  return { name: String(body['name']), files: Object.fromEntries(files) }
}

function publishedOf(body: Readonly<Record<string, unknown>>): Published {
  return { number: Number(body['number']), path: String(body['path']) }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
