// @ts-check
import { relative } from 'node:path'
import { styleText } from 'node:util'

/** @import { Reporter, SerializedError, TestModule, TestSpecification, Vitest } from 'vitest/node' */

/**
 * One line a file while the tests run, every failure in full at the end, and the numbers of the tally.
 * A file that does not load, a hook that fails and an error that no test caught each count as one failure.
 *
 * @implements {Reporter}
 */
export class FileReporter {
  passed = 0
  skipped = 0
  failed = 0
  total = 0
  /** @type {string[]} */
  slowest = []
  #done = 0
  #files = 0
  /** @type {Vitest | undefined} */
  #vitest

  /** @param {Vitest} vitest */
  onInit(vitest) {
    this.#vitest = vitest
  }

  /** @param {ReadonlyArray<TestSpecification>} files */
  onTestRunStart(files) {
    this.#files = files.length
    process.stdout.write(`${files.length} test files\n`)
  }

  /** @param {TestModule} file */
  onTestModuleEnd(file) {
    this.#done += 1
    const tests = [...file.children.allTests()]
    const bad = tests.filter((test) => test.result().state === 'failed')
    const mark = file.ok() ? styleText('green', '✓') : styleText('red', '✗')
    const place = `${this.#done}`.padStart(`${this.#files}`.length)
    const seconds = (durationOf(file) / 1000).toFixed(1)
    const failures = bad.length > 0 ? `, ${bad.length} failed` : ''
    const counts = `${tests.length} ${tests.length === 1 ? 'test' : 'tests'}${failures}`
    process.stdout.write(
      `${mark} ${place}/${this.#files} ${nameOf(file)} (${counts}, ${seconds} s)\n`,
    )
    for (const test of bad) process.stdout.write(`    ${styleText('red', test.fullName)}\n`)
  }

  /** @param {ReadonlyArray<TestModule>} files @param {ReadonlyArray<SerializedError>} unhandled */
  onTestRunEnd(files, unhandled) {
    for (const file of files) this.#count(file)
    for (const error of unhandled) this.#report('outside any test', [error])
    this.slowest = files
      .filter((file) => durationOf(file) > 2000)
      .sort((a, b) => durationOf(b) - durationOf(a))
      .slice(0, 5)
      .map((file) => `${nameOf(file)} ${(durationOf(file) / 1000).toFixed(1)} s`)
  }

  /** @param {TestModule} file */
  #count(file) {
    for (const test of file.children.allTests()) {
      const { state, errors } = test.result()
      this.total += 1
      if (state === 'passed') this.passed += 1
      else if (state !== 'failed') this.skipped += 1
      else this.#report(`${nameOf(file)} > ${test.fullName}`, errors)
    }
    for (const suite of [file, ...file.children.allSuites()]) {
      const errors = suite.errors()
      const name = suite.type === 'module' ? nameOf(file) : `${nameOf(file)} > ${suite.fullName}`
      if (errors.length > 0) this.#report(name, errors)
    }
  }

  /** @param {string} title @param {ReadonlyArray<SerializedError>} errors */
  #report(title, errors) {
    this.failed += 1
    process.stderr.write(`\n${styleText('red', `FAILED ${title}`)}\n`)
    for (const error of errors) this.#vitest?.logger.printError(error, { fullStack: false })
  }
}

/** @param {TestModule} file */
function nameOf(file) {
  return relative(process.cwd(), file.moduleId)
}

/** @param {TestModule} file */
function durationOf(file) {
  const { collectDuration, duration } = file.diagnostic()
  return collectDuration + duration
}
