import type { Layout } from '@yichuang/engine'
import { isNear, type Point, segmentsOf, spanOf } from './geometry.ts'
import { routeAll } from './routes.ts'
import type { Edge, Placed, Route, Scene } from './scene.ts'

/**
 * Puts nodes where the user wants them; `origin` is the block's corner on the page. A node stays inside
 * its block. Only the arrows of a moved node, and those it would cover, are drawn anew.
 */
export function withWishes(scene: Scene, layout: Layout, origin: Point): Scene {
  const nodes = scene.nodes.map((node): Placed => {
    const wish = layout[node.id]
    if (!wish) return node
    const strip = scene.strips.find(
      (it) => node.y >= it.band.y && node.y < it.band.y + it.band.height,
    )
    const area = strip?.band ?? { x: 0, y: 0, width: scene.width, height: scene.height }
    return {
      ...node,
      x: within(wish.x - origin.x, area.x, area.x + area.width - node.width),
      y: within(wish.y - origin.y, area.y, area.y + area.height - node.height),
    }
  })
  const moved = nodes.filter((node, index) => {
    const before = scene.nodes[index]
    return before && (before.x !== node.x || before.y !== node.y)
  })
  return moved.length === 0 ? scene : { ...scene, nodes, routes: reroute(scene, nodes, moved) }
}

function reroute(
  scene: Scene,
  nodes: readonly Placed[],
  moved: readonly Placed[],
): readonly Route[] {
  const ids = new Set(moved.map((node) => node.id))
  const isTouched = ({ edge, points }: Route): boolean =>
    ids.has(edge.from) ||
    ids.has(edge.to) ||
    moved.some((node) => segmentsOf(points).some(([a, b]) => isNear(node, spanOf(a, b), 1)))
  const standing = scene.routes.filter((route) => !isTouched(route))
  const edges = scene.routes.filter(isTouched).map((route) => route.edge)
  const widths = new Map(scene.routes.map((route) => [route.edge.id, route.labelWidth]))
  const widthOf = (edge: Edge): number => widths.get(edge.id) ?? 0
  const drawn = new Map(
    routeAll({ nodes, edges, widthOf, standing }).map((route) => [route.edge.id, route]),
  )
  const kept = new Map(standing.map((route) => [route.edge.id, route]))
  return scene.routes.flatMap(({ edge }) => kept.get(edge.id) ?? drawn.get(edge.id) ?? [])
}

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value))
