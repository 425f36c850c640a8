import { lineAt, type ScannedFile } from './scan-source.ts'
import type { Violation } from './violation.ts'

interface CodeRule {
  readonly rule: string
  readonly where: RegExp
  readonly except?: RegExp
  readonly pattern: RegExp
}

const ANY_PACKAGE = /^(?:packages|apps)\/[^/]+\/src\//
const ENGINE = /^packages\/engine\/src\//
const TEST = /\.test\.tsx?$/

const CODE_RULES: readonly CodeRule[] = [
  {
    rule: 'the engine has no clock, no randomness, no outside world and no locale',
    where: ENGINE,
    except: TEST,
    pattern:
      /(?<![.\w$])(?:Date|Function|eval|Intl|globalThis|performance|crypto|queueMicrotask|requestAnimationFrame|set(?:Timeout|Interval|Immediate)|(?:process|console)(?=\s*\??\.)|fetch(?=\s*\())(?![\w$])/g,
  },
  {
    rule: 'the engine has no clock, no randomness, no outside world and no locale',
    where: ENGINE,
    except: TEST,
    pattern: /\bMath\s*\.\s*random\b|\.\s*(?:toLocale\w*|localeCompare|constructor)\b/g,
  },
  {
    rule: 'a state value is set by the machine alone: no snapshot is made or restored outside engine/machine',
    where: ANY_PACKAGE,
    except: /^packages\/engine\/src\/machine\/|\.test\.tsx?$/,
    pattern: /\b(?:resolveState|restoreSnapshot|createMachineSnapshot)\b/g,
  },
  {
    rule: 'no default exports',
    where: /^/,
    except: /(?:^|\/)vite(?:st)?\.config\.ts$/,
    pattern: /\bexport\s+default\b|\bexport\s*\{[^{}]*\bas\s+default\b/g,
  },
  {
    rule: 'an index names what it exports',
    where: /^/,
    pattern: /\bexport\s*(?:type\s*)?\*/g,
  },
  {
    rule: 'no any',
    where: /^/,
    pattern:
      /(?<=(?:[:|&]|\bas|=>|\bextends)\s*)any(?=\s*(?:[;,)>\]|&={[]|$|\n))|(?<=<(?:[^<>;()]*,)?\s*)any(?=\s*[>,[|])/g,
  },
]

/** What the code of one file breaks, apart from its imports. */
export function codeViolations(file: ScannedFile): Violation[] {
  return CODE_RULES.filter(
    ({ where, except }) => where.test(file.path) && !(except?.test(file.path) ?? false),
  ).flatMap(({ rule, pattern }) =>
    [...file.code.matchAll(pattern)].map((match) => ({
      rule,
      path: file.path,
      line: lineAt(file.code, match.index),
      what: `says ${match[0].replace(/\s+/g, ' ')}`,
    })),
  )
}

const MOST_LINES = 300

export function lengthViolations(file: ScannedFile): Violation[] {
  const lines = file.text.trimEnd().split('\n').length
  if (lines <= MOST_LINES || TEST.test(file.path)) return []
  return [
    {
      rule: `at most ${MOST_LINES} lines`,
      path: file.path,
      line: lines,
      what: `has ${lines} lines`,
    },
  ]
}
