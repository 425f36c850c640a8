import type { Applicant, CaseData, Field, Salts } from '@yichuang/engine'
import { hashOf } from '@yichuang/engine'

/** What is kept of a command beside the ledger. */
export interface Sensitive {
  readonly applicant?: Applicant | undefined
  readonly data?: CaseData | undefined
  readonly salts?: Salts | undefined
}

/**
 * Salts for a trial run where the script gives none: the same script gives the same ledger. They can
 * be guessed, so they protect nothing; a host with real cases makes random ones.
 */
export function demoSalts(
  caseId: string,
  commandId: string,
  fields: Readonly<Record<string, Field>>,
  { applicant, data, salts = {} }: Sensitive,
): { readonly salts: Salts; readonly isDemo: boolean } {
  const names = [
    ...Object.keys(data ?? {}).filter((field) => fields[field]?.sensitive === true),
    ...(applicant === undefined ? [] : ['@applicant']),
  ].filter((name) => !Object.hasOwn(salts, name))
  const made = names.map((name) => [name, hashOf(['demo', caseId, commandId, name])])
  return { salts: { ...Object.fromEntries(made), ...salts }, isDemo: names.length > 0 }
}
