import { runCommandLine } from '../command-line.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process, in Chinese unless the environment says otherwise. */
export async function runInProcess(
  args: readonly string[],
  {
    stdin = '',
    env = {},
    cwd = '/',
  }: { stdin?: string; env?: Record<string, string>; cwd?: string } = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await runCommandLine(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    readStdin: async () => new TextEncoder().encode(stdin),
    cwd,
    env,
    today: () => '2026-03-02',
  })
  return { code, out, err }
}
