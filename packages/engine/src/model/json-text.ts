import type { Node } from 'jsonc-parser'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { JsonPath, Position } from './fault.ts'

/** Line and column of an offset, both from 1. CR, LF and CRLF each end a line. */
export function positionAt(text: string, offset: number): Position {
  let line = 1
  let start = 0
  for (let index = 0; index < offset; index++) {
    const unit = text.charCodeAt(index)
    const endsLine = unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)
    if (!endsLine) continue
    line += 1
    start = index + 1
  }
  return { line, column: offset - start + 1 }
}

/**
 * Finds places in a text that `readJson` has accepted. The key of an object's member is the place of
 * the member; a path that leads further than the text gives the last place that exists.
 */
export function locator(text: string): (path: JsonPath) => Position {
  let starts: readonly number[] | undefined
  let root: Node | undefined
  return (path) => {
    starts ??= lineStarts(text)
    root ??= parseTree(text)
    return onLine(starts, offsetOf(root, path))
  }
}

function offsetOf(root: Node | undefined, path: JsonPath): number {
  if (!root) return 0
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (!node) continue
    return node.parent?.type === 'property' ? node.parent.offset : node.offset
  }
  return root.offset
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1)
  }
  return starts
}

function onLine(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
