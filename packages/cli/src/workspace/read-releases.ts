import { readRelease } from '@yichuang/engine'
import type { InputFault } from './file-fault.ts'
import { listFolder } from './list-folder.ts'
import { readText } from './read-text.ts'

/** The numbers of the releases that a workspace holds; what cannot be read stands in the way of a new one. */
export async function readReleases(
  root: string,
): Promise<{ readonly numbers: readonly number[]; readonly faults: readonly InputFault[] }> {
  const files = await listFolder(root, 'releases')
  if (!files.ok) return { numbers: [], faults: [files.error] }
  const numbers: number[] = []
  const faults: InputFault[] = []
  for (const file of files.value) {
    const text = await readText(root, file)
    const read = text.ok ? readRelease(text.value, file) : text
    if (read.ok) numbers.push(read.value.number)
    else faults.push(...[read.error].flat())
  }
  return { numbers, faults }
}
