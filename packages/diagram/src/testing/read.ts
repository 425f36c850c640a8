import { readdirSync, readFileSync } from 'node:fs'
import type { Workflow } from '@yichuang/engine'

const EXAMPLES = new URL('../../../../examples/xingbin/workflows/', import.meta.url)

const parse = (url: URL): Workflow => JSON.parse(readFileSync(url, 'utf8'))

/** The reference of the workflow language: nearly every construct in one item. */
export const homestead = (): Workflow => parse(new URL('homestead.json', import.meta.url))

/** The workflows of the example town, by file name. */
export const examples = (): readonly (readonly [string, Workflow])[] =>
  readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, parse(new URL(name, EXAMPLES))])
