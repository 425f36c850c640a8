import type { Command } from './command.ts'

/** The commands, in the order in which help lists them. Each is loaded only when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  edit: async () => (await import('./commands/edit.ts')).edit,
  check: async () => (await import('./commands/check.ts')).check,
  run: async () => (await import('./commands/run.ts')).run,
  test: async () => (await import('./commands/test.ts')).test,
  release: async () => (await import('./commands/release.ts')).release,
  verify: async () => (await import('./commands/verify.ts')).verify,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  format: async () => (await import('./commands/format.ts')).format,
}
