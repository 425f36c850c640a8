import { stepsOf } from '../document/block.ts'
import { exitsOf } from '../document/exit.ts'
import { cardFace } from '../reading/card-face.ts'
import { exitWords } from '../reading/exit-words.ts'
import type { Reading } from '../reading/who-plate.ts'

/** The steps as a table for spreadsheets, in the language and the town of the reading. */
export function stepTable(reading: Reading): string {
  const { wording, workflow, townTitle } = reading
  const head = [
    wording.t('outline.step'),
    wording.t('outline.who', { town: townTitle }),
    wording.t('outline.limit'),
    wording.t('outline.exits'),
  ]
  const rows = stepsOf(workflow).map(([id, step]) => {
    const face = cardFace(id, step, undefined, reading)
    const who = [...face.plates.map(({ full }) => full), ...(face.note === null ? [] : [face.note])]
    const limit = face.limit ? `${face.limit.figure ?? ''} ${face.limit.words}`.trim() : ''
    const exits = exitsOf(step).map(({ key }) => exitWords(workflow, id, key, wording))
    return [
      face.title,
      who.join(wording.t('list.comma')),
      limit,
      exits.join(wording.t('list.comma')),
    ]
  })
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

/** Quoted, and never read as a formula by the spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
