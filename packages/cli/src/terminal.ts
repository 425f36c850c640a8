import { buffer } from 'node:stream/consumers'

/** What a command has of the world around it: streams, place, settings. Tests give their own. */
export interface Terminal {
  /** The result: one JSON document, or text for people. */
  out(text: string): void
  /** Messages for people. */
  err(text: string): void
  readStdin(): Promise<Uint8Array>
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** How far long work is, on one line that is written over; absent where nobody watches. */
  progress?(text: string): void
  /** Today's civil day at an offset like `+08:00`. */
  today(utcOffset: string): string
}

export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    readStdin: () => buffer(process.stdin),
    ...(process.stderr.isTTY
      ? { progress: (text) => process.stderr.write(`\r\u001b[K${text}`) }
      : {}),
    cwd: process.cwd(),
    env: process.env,
    today: (utcOffset) => civilDayAt(Date.now(), utcOffset),
  }
}

function civilDayAt(milliseconds: number, utcOffset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(utcOffset) ?? []
  const shift = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
  return new Date(milliseconds + shift * 60_000).toISOString().slice(0, 10)
}
