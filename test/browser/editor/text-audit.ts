/** What the eye would stumble over in the page as it is drawn now. Every entry names the text. */
export interface TextAudit {
  /** Text that is cut without an ellipsis and a tooltip. */
  readonly clipped: readonly string[]
  /** Two texts of one layer that lie on each other. */
  readonly overlapping: readonly string[]
  /** Text drawn below 12 px. */
  readonly small: readonly string[]
}

/** Runs inside the page: looks at every element that holds text. */
export function auditText(): TextAudit {
  interface Drawn {
    readonly text: string
    readonly element: Element
    readonly box: DOMRect
    readonly layer: Element
  }
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const isHiddenForEyes = (element: Element) => element.closest('.visually-hidden, title') !== null
  const hasTooltip = (element: Element) => element.closest('[title]') !== null
  const zoomOf = (element: Element) => {
    const viewport = element.closest('.react-flow__viewport')
    return viewport ? new DOMMatrix(getComputedStyle(viewport).transform).a : 1
  }

  /** What is drawn over the rest of the page, as a whole. */
  const layerOf = (element: Element): Element => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.matches('.react-flow__viewport')) return at
      const { position, zIndex } = getComputedStyle(at)
      if ((position === 'absolute' || position === 'fixed') && zIndex !== 'auto') return at
    }
    return document.body
  }

  /** The part of a box that its scrolling and hiding ancestors let through. */
  const seenPart = (box: DOMRect, element: Element): DOMRect => {
    let { left, top, right, bottom } = box
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const frame = at.getBoundingClientRect()
      left = Math.max(left, frame.left)
      top = Math.max(top, frame.top)
      right = Math.min(right, frame.right)
      bottom = Math.min(bottom, frame.bottom)
    }
    right = Math.min(right, innerWidth)
    bottom = Math.min(bottom, innerHeight)
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }

  const drawn: Drawn[] = []
  const small: string[] = []
  const clipped: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (text === '' || !element || !isShown(element) || isHiddenForEyes(element)) continue
    if (element.closest('script, style, noscript, svg defs')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const style = getComputedStyle(element)
    const size = Number.parseFloat(style.fontSize) * zoomOf(element)
    if (size < 11.95) small.push(`${text} (${size.toFixed(1)} px)`)
    const layer = layerOf(element)
    for (const whole of range.getClientRects()) {
      const box = seenPart(whole, element)
      if (box.width > 1 && box.height > 1) drawn.push({ text, element, box, layer })
    }
    const holder = cutter(element)
    if (holder && !(isEllipsis(holder) && hasTooltip(holder))) clipped.push(text)
  }

  function isEllipsis(element: Element): boolean {
    const style = getComputedStyle(element)
    return style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
  }

  /** The nearest element that cuts its content off and cannot be scrolled by the user. */
  function cutter(element: Element): Element | null {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.matches('.react-flow, .canvas, .rail, body')) return null
      const { overflowX, overflowY } = getComputedStyle(at)
      if (/auto|scroll/.test(overflowX + overflowY)) return null
      const isWide = overflowX !== 'visible' && at.scrollWidth > at.clientWidth + 1
      const isHigh = overflowY !== 'visible' && at.scrollHeight > at.clientHeight + 3
      if ((isWide || isHigh) && at.clientWidth > 0) return at
    }
    return null
  }

  for (const field of document.querySelectorAll('input')) {
    if (!isShown(field) || isHiddenForEyes(field) || field.clientWidth === 0) continue
    if (field.scrollWidth > field.clientWidth + 1 && field.title === '')
      clipped.push(`${field.value || field.placeholder} (field)`)
  }

  const overlapping = new Set<string>()
  const sorted = drawn.toSorted((a, b) => a.box.top - b.box.top)
  sorted.forEach((one, n) => {
    for (const other of sorted.slice(n + 1)) {
      if (other.box.top > one.box.bottom) break
      if (one.layer !== other.layer || one.element === other.element) continue
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      // The box of a line is higher than its letters: what counts is where letters can stand.
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (across > 1 && down > Math.min(one.box.height, other.box.height) * 0.3)
        overlapping.add(`${one.text} × ${other.text}`)
    }
  })
  return { clipped: [...new Set(clipped)], overlapping: [...overlapping], small }
}

/**
 * Runs inside the page: every text that is drawn, shown as a tooltip or read out; of a drawing, with the
 * settings of some of its steps.
 */
export async function everyText(): Promise<readonly string[]> {
  const texts: string[] = []
  const isForeign = (element: Element) => element.closest('[lang="en"]:not(html)') !== null
  const collect = (top: Element) => {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || isForeign(element) || element.closest('script, style')) continue
      texts.push(node.textContent ?? '')
    }
    for (const element of top.querySelectorAll('*')) {
      if (isForeign(element)) continue
      for (const name of ['title', 'aria-label', 'aria-description', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name) ?? '')
      if (element instanceof HTMLInputElement) texts.push(element.value)
    }
  }
  collect(document.body)
  // A look at each step would take minutes on a busy machine.
  const EACH = 5
  const settings = document.querySelector('#inspector')
  for (const [n, card] of document.querySelectorAll('[data-step]').entries()) {
    if (n % EACH !== 0) continue
    card.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    // A click is drawn before the next task, so that no picture has to be painted in between.
    await new Promise<void>((done) => queueMicrotask(done))
    if (settings) collect(settings)
  }
  return [...new Set([document.title, ...texts].map((text) => text.trim()))].filter(
    (text) => text !== '',
  )
}
