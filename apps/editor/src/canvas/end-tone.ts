import type { OutcomeClass } from '@yichuang/engine'

export type EndTone = 'good' | 'bad' | 'off' | 'out' | 'neutral'

/** How an outcome looks where it is drawn as an end. */
export function toneOf(outcome: OutcomeClass): EndTone {
  switch (outcome) {
    case 'granted':
    case 'confirmed':
    case 'registered':
    case 'completed':
    case 'filed':
      return 'good'
    case 'refused':
    case 'not-accepted':
    case 'revoked':
      return 'bad'
    case 'withdrawn':
      return 'out'
    case 'lapsed':
    case 'terminated':
    case 'cancelled':
      return 'off'
    case 'not-required':
    case 'transferred':
    case 'no-penalty':
      return 'neutral'
  }
}
