const pens = new Map<string, CanvasRenderingContext2D | null>()
const widths = new Map<string, number>()

/** Width in px of a text in the interface's type. Measured once per text, size and weight. */
export function textWidth(text: string, size: 12 | 13 | 14, weight: 400 | 600 = 400): number {
  const key = `${weight} ${size} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const width = penFor(size, weight)?.measureText(text).width ?? text.length * size
  widths.set(key, width)
  return width
}

function penFor(size: number, weight: number): CanvasRenderingContext2D | null {
  const style = getComputedStyle(document.documentElement)
  const font = `${weight} ${size}px ${style.getPropertyValue('--yc-font')}`
  const known = pens.get(font)
  if (known !== undefined) return known
  const pen = document.createElement('canvas').getContext('2d')
  if (pen) pen.font = font
  pens.set(font, pen)
  return pen
}
