import { spawnSync } from 'node:child_process'

// npm hands its own settings down; with them a second npm would install into this repository.
const OURS =
  /^(?:npm_(?!config_(?:registry|cache|userconfig|proxy|https_proxy|noproxy)$)|INIT_CWD$|NODE_|VITEST|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/i

/** The environment of somebody who never heard of this repository. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)))
}

/** Runs a program in a folder; gives what it printed, fails with all of it when it does not succeed. */
export function run(program: string, args: readonly string[], folder: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: cleanEnvironment(),
  })
  if (status === 0) return stdout
  const why = error?.message ?? `exit code ${status}`
  throw new Error(`${program} ${args.join(' ')}: ${why}\n${stdout}\n${stderr}`)
}

/** Runs npm in a folder, and in no other. */
export function npm(args: readonly string[], folder: string): string {
  const script = process.env['npm_execpath']
  const quiet = [...args, '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...quiet], folder)
    : run('npm', quiet, folder)
}
