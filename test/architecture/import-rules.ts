import type { ImportLine, ScannedFile } from './scan-source.ts'
import { ENGINE_LAYERS, MODULE_OWNERS, PACKAGE_IMPORTS } from './tables.ts'
import type { Violation } from './violation.ts'

/** What each import line of one file breaks. */
export function importViolations(file: ScannedFile): Violation[] {
  return file.imports.flatMap((line) =>
    [packageRule, engineLayerRule, ownIndexRule, ownerRule, nodeRule].flatMap((rule) => {
      const broken = rule(file, line)
      return broken === undefined
        ? []
        : [{ ...broken, path: file.path, line: line.line, what: `imports ${line.specifier}` }]
    }),
  )
}

type Rule = (file: ScannedFile, line: ImportLine) => { readonly rule: string } | undefined

/** `packages/engine/src/case/decide.ts` stands in the package `engine`; scripts, tests and examples in none. */
function packageOf(path: string): string | undefined {
  return /^(?:packages|apps)\/([^/]+)\//.exec(path)?.[1]
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** The path that a relative specifier means, from the top of the repository. */
export function resolveRelative(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/').replace(/\?\w+$/, '')
}

const packageRule: Rule = (file, { specifier }) => {
  const own = packageOf(file.path)
  if (own === undefined) return
  const allowed = PACKAGE_IMPORTS[own]
  if (allowed === undefined) return { rule: `package ${own} is missing from the import table` }
  const other = specifier.startsWith('.')
    ? (packageOf(resolveRelative(file.path, specifier)) ?? 'the top of the repository')
    : /^@yichuang\/([^/]+)/.exec(specifier)?.[1]
  if (other === undefined || other === own) return
  if (specifier.startsWith('.')) return { rule: 'a relative import stays inside its package' }
  return allowed.includes(other) ? undefined : { rule: `${own} may not import ${other}` }
}

const engineLayerRule: Rule = (file, { specifier }) => {
  const folder = engineFolder(file.path)
  if (folder === undefined || isTest(file.path) || !specifier.startsWith('.')) return
  const allowed = ENGINE_LAYERS[folder]
  if (allowed === undefined) return { rule: `engine/${folder} is missing from the layer table` }
  const target = engineFolder(resolveRelative(file.path, specifier))
  if (target === folder) return
  if (target === undefined)
    return { rule: `engine/${folder} may not import the engine's top folder` }
  return allowed.includes(target)
    ? undefined
    : { rule: `engine/${folder} may not import ${target}` }
}

function engineFolder(path: string): string | undefined {
  return /^packages\/engine\/src\/([^/]+)\//.exec(path)?.[1]
}

const ownIndexRule: Rule = (file, { specifier }) => {
  const own = packageOf(file.path)
  if (own === undefined || isTest(file.path)) return
  const byName = specifier === `@yichuang/${own}` || specifier.startsWith(`@yichuang/${own}/`)
  const byPath =
    specifier.startsWith('.') &&
    /^(?:packages|apps)\/[^/]+\/src\/index\.tsx?$/.test(resolveRelative(file.path, specifier))
  return byName || byPath ? { rule: 'a package never imports its own index' } : undefined
}

const ownerRule: Rule = (file, { specifier }) => {
  if (packageOf(file.path) === undefined || isTest(file.path)) return
  const owner = MODULE_OWNERS.find(({ module }) => module.test(specifier))
  if (owner === undefined || owner.homes.some((home) => home.test(file.path))) return
  return { rule: owner.rule }
}

const nodeRule: Rule = (file, { specifier }) => {
  const pure = /^packages\/(?:engine|analysis|diagram)\/src\//.test(file.path)
  if (!pure || isTest(file.path) || !specifier.startsWith('node:')) return
  return { rule: 'pure packages know nothing of Node' }
}

/** The schema library has one further home: the file that configures it. A second one is a violation. */
export function schemaLibraryViolations(files: readonly ScannedFile[]): Violation[] {
  const importers = files.filter(
    ({ path, imports }) =>
      packageOf(path) !== undefined &&
      !isTest(path) &&
      !/\.schema\.ts$/.test(path) &&
      imports.some(({ specifier }) => /^zod(?:\/|$)/.test(specifier)),
  )
  const homes = importers.filter(({ path }) => path.startsWith('packages/engine/src/model/'))
  const strangers = importers.filter((file) => file !== homes[0])
  return strangers.map(({ path }) => ({
    rule: 'zod is imported only in *.schema.ts and in one file of engine/model that configures it',
    path,
    line: 1,
    what: 'imports zod',
  }))
}
