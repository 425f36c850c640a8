/**
 * Writes the engine's national calendar from the data files of `chinese-days`.
 * Only its data is used: its functions read the machine's clock and time zone.
 *
 *     node scripts/national-calendar.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const manifest = createRequire(import.meta.url).resolve('chinese-days/package.json')
const yearsFolder = new URL('dist/years/', `file://${manifest}`)
const target = new URL('../packages/engine/src/calendar/generated/national.ts', import.meta.url)

const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** Joins neighbouring days of the same name; the source writes a name as `English,中文,days`. */
function runsOf(days) {
  const runs = []
  for (const [day, name] of Object.entries(days).sort()) {
    const [en, zh] = name.split(',')
    const last = runs.at(-1)
    if (last?.en === en && dayAfter(last.to) === day) last.to = day
    else runs.push({ from: day, to: day, en, zh })
  }
  return runs
}

function readYear(file) {
  const { holidays, workdays } = JSON.parse(readFileSync(new URL(file, yearsFolder), 'utf8'))
  const year = file.slice(0, 4)
  const stray = [...Object.keys(holidays), ...Object.keys(workdays)].find(
    (day) => !day.startsWith(`${year}-`) || (day in holidays && day in workdays),
  )
  if (stray) throw new Error(`${file} holds ${stray}, which is of another year or stands twice`)
  return { year, off: runsOf(holidays), work: runsOf(workdays) }
}

const years = readdirSync(yearsFolder)
  .filter((file) => /^\d{4}\.json$/.test(file))
  .sort()
  .map(readYear)

const titles = new Map()
for (const { en, zh } of years.flatMap(({ off, work }) => [...off, ...work])) titles.set(en, zh)

const nameOf = (en) =>
  en
    .replaceAll("'", '')
    .split(/[^A-Za-z0-9]+/)
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word[0].toUpperCase() + word.slice(1),
    )
    .join('')

const lineOf = ({ from, to, en }) =>
  `      { from: '${from}', ${from === to ? '' : `to: '${to}', `}title: ${nameOf(en)} },`

const listOf = (name, runs) => [`    ${name}: [`, ...runs.map(lineOf), '    ],']

const { version } = JSON.parse(readFileSync(manifest, 'utf8'))

const titleLine = ([en, zh]) =>
  `const ${nameOf(en)}: Texts = { zh: ${JSON.stringify(zh)}, en: ${JSON.stringify(en)} }`

const text = [
  '// Written by scripts/national-calendar.mjs: do not edit.',
  "import type { Texts } from '../../model/texts.ts'",
  "import type { NationalTable } from '../national-table.ts'",
  '',
  ...[...titles].map(titleLine),
  '',
  'export const NATIONAL: NationalTable = {',
  "  source: 'chinese-days',",
  `  version: '${version}',`,
  `  edition: ${years.at(-1).year},`,
  '  years: {',
  ...years.flatMap(({ year, off, work }) => [
    `    ${year}: {`,
    ...[...listOf('off', off), ...listOf('work', work)].map((line) => `  ${line}`),
    '    },',
  ]),
  '  },',
  '}',
  '',
].join('\n')

writeFileSync(target, text)
console.log(`${years.length} years, ${years[0].year} to ${years.at(-1).year}, ${text.length} bytes`)
