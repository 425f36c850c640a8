// @ts-check
import { readFileSync } from 'node:fs'

const OURS = /scripts\/start\.mjs|scripts\/setup\.mjs|start:inner/

/**
 * Calls back once when npm, which started us through shells, is gone. A signal sent to npm ends the shell below it
 * but reaches nobody further down: without this the server would live on. Linux only; elsewhere shells pass it on.
 *
 * @param {() => void} gone
 */
export function whenNpmIsGone(gone) {
  const started = parents()
  if (started === undefined) return
  const watch = setInterval(() => {
    if (parents() === started) return
    clearInterval(watch)
    gone()
  }, 500)
  watch.unref()
}

// The parent of this process and of each shell or npm between it and the npm that the user called.
function parents() {
  const found = []
  try {
    for (let pid = process.pid; OURS.test(commandOf(pid)); pid = Number(found.at(-1))) {
      found.push(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
    }
  } catch {
    return found.length > 0 ? found.join() : undefined
  }
  return found.join()
}

/** @param {number} pid */
function commandOf(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
}
