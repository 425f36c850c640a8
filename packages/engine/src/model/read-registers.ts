import type { CalendarRegister } from './calendar.ts'
import type { Directory } from './directory.ts'
import type { ModelFault } from './fault.ts'
import { hashOf } from './hash.ts'
import type { People } from './people.ts'
import type { Source } from './read-model.ts'
import { readCalendar, readDirectory, readPeople } from './read-model.ts'
import type { Edition, Registers } from './registers.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'

/** Reads the three registers of a workspace. The faults of all three come back together. */
export function readRegisters(
  directorySource: Source,
  peopleSource: Source,
  calendarSource: Source,
): Result<Registers, readonly ModelFault[]> {
  const directory = readDirectory(directorySource, 'directory.json')
  const people = readPeople(peopleSource, 'people.json')
  const calendar = readCalendar(calendarSource, 'calendar.json')
  if (directory.ok && people.ok && calendar.ok) {
    return ok(makeRegisters(directory.value, people.value, calendar.value))
  }
  return fail([directory, people, calendar].flatMap((read) => (read.ok ? [] : read.error)))
}

/** Registers with the edition number and content hash of each. */
export function makeRegisters(
  directory: Directory,
  people: People,
  calendar: CalendarRegister,
): Registers {
  const editions = {
    directory: editionOf(directory),
    people: editionOf(people),
    calendar: editionOf(calendar),
  }
  return { directory, people, calendar, editions }
}

interface Register {
  readonly $schema?: string
  readonly edition: number
}

function editionOf({ $schema: _schema, ...content }: Register): Edition {
  return { number: content.edition, hash: hashOf(content) }
}
