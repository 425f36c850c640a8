import type { Workflow } from '@yichuang/engine'
import { without } from '../without.ts'

const GRID = 8

/** Fixes where a card stands, on the grid. Positions are apart from the logic. */
export function moveCard(
  workflow: Workflow,
  key: string,
  to: { readonly x: number; readonly y: number },
): Workflow {
  const place = { x: onGrid(to.x), y: onGrid(to.y) }
  return { ...workflow, layout: { ...workflow.layout, [key]: place } }
}

/** Drops every fixed position, so that the drawing is laid out anew. */
export function tidy(workflow: Workflow): Workflow {
  return without(workflow, 'layout')
}

function onGrid(length: number): number {
  return Math.round(length / GRID) * GRID
}
