import { type JsonDocument, type JsonPath, readJson } from '@yichuang/engine'

export interface Place {
  readonly line: number
  readonly column: number
}

/** Finds lines and columns in the files of a workspace. */
export interface Places {
  /** Of a value; for a member of an object, of its key. Undefined for a file that was not read. */
  locate(file: string, path: JsonPath): Place | undefined
  /** Of the character of a text value that stands at an offset of its UTF-16 units. */
  locateInText(file: string, path: JsonPath, offset: number): Place | undefined
}

export function placesIn(sources: ReadonlyMap<string, Uint8Array>): Places {
  const documents = new Map<string, JsonDocument | null>()
  const documentOf = (file: string): JsonDocument | null => {
    const known = documents.get(file)
    if (known !== undefined) return known
    const source = sources.get(file)
    const read = source === undefined ? null : readJson(source)
    const document = read?.ok ? read.value : null
    if (source !== undefined) documents.set(file, document)
    return document
  }
  const locate = (file: string, path: JsonPath): Place | undefined => documentOf(file)?.locate(path)
  return {
    locate,
    locateInText(file, path, offset) {
      const place = locate(file, path)
      const source = sources.get(file)
      if (place === undefined || source === undefined) return place
      const text = new TextDecoder().decode(source)
      const line = text.split(/\r\n|\r|\n/)[place.line - 1] ?? ''
      const column = columnInText(line, place.column - 1, offset)
      return column === null ? place : { line: place.line, column: column + 1 }
    },
  }
}

/**
 * From the key (or the value itself) at `start`, the column of the value's character at `offset`;
 * null when the value begins on another line. One escape in the file is one character of the value.
 */
function columnInText(line: string, start: number, offset: number): number | null {
  const head = /^(?:"(?:[^"\\]|\\.)*"\s*:\s*)?"/.exec(line.slice(start))
  if (head === null) return null
  let at = start + head[0].length
  for (let left = offset; left > 0 && at < line.length; left -= 1) {
    if (line[at] === '"') break
    at += line[at] === '\\' ? (line[at + 1] === 'u' ? 6 : 2) : 1
  }
  return at
}
