export type Direction = 'up' | 'down' | 'left' | 'right'

interface Area {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The card that the arrow key leads to: the one that lies in that direction and is nearest, where a
 * step aside counts three times a step ahead. Undefined when nothing lies there.
 */
export function nearestCard(
  cards: readonly Area[],
  from: string,
  direction: Direction,
): string | undefined {
  const here = cards.find(({ id }) => id === from)
  if (!here) return undefined
  const costs = cards.flatMap((card) => {
    if (card.id === from) return []
    const { ahead, aside } = wayTo(here, card, direction)
    return ahead > 0 ? [{ id: card.id, cost: ahead + 3 * aside }] : []
  })
  return costs.sort((a, b) => a.cost - b.cost)[0]?.id
}

function wayTo(here: Area, there: Area, direction: Direction) {
  const dx = there.x + there.width / 2 - (here.x + here.width / 2)
  const dy = there.y + there.height / 2 - (here.y + here.height / 2)
  switch (direction) {
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) }
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) }
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) }
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) }
  }
}
