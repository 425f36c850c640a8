import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The folder of this package: this file is one folder below `src` in a clone, below `dist` when published. */
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url))
const CLONE = join(PACKAGE, '../..')

/** A file or folder that travels with the package, else the same of a clone; null where there is neither. */
export function carried(inPackage: string, inClone: string): string | null {
  const places = [join(PACKAGE, inPackage), join(CLONE, inClone)]
  return places.find((place) => existsSync(place)) ?? null
}

/** The folder of the built editor; a clone that has none yet builds it. Null where neither is possible. */
export async function editorFolder(): Promise<string | null> {
  const built = carried('editor/index.html', 'apps/editor/dist/index.html')
  if (built !== null) return join(built, '..')
  const script = join(CLONE, 'scripts/build-editor.mjs')
  if (!existsSync(script)) return null
  const { buildEditor } = await import(pathToFileURL(script).href)
  await buildEditor()
  return join(CLONE, 'apps/editor/dist')
}
