import type { Directory } from '../model/directory.ts'
import type { People } from '../model/people.ts'
import { checkTown } from './check-bindings.ts'
import { checkPeople } from './check-holdings.ts'
import type { DirectoryFault } from './directory-fault.ts'
import { compileDirectory } from './directory-index.ts'

/** Every fault of a directory and its people, towns first, in file order. */
export function checkDirectory(directory: Directory, people: People): readonly DirectoryFault[] {
  const index = compileDirectory(directory, people)
  return [
    ...Object.entries(directory.towns).flatMap(([id, town]) =>
      checkTown(directory, index, id, town),
    ),
    ...checkPeople(index, people),
  ]
}
