/** One place that breaks one rule. */
export interface Violation {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly what: string
}

export function lineOf({ path, line, rule, what }: Violation): string {
  return `${path}:${line}: ${what} (${rule})`
}
