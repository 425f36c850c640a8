import type { StepId, Texts } from '@yichuang/engine'
import type { Size } from './geometry.ts'

/** An exit of a step as its label sees it. */
export interface ExitSource {
  readonly step: StepId
  readonly exit: string
  readonly title?: Texts
}

/** A result of a block, or an outcome at the root, as its pill sees it. */
export interface EndSource {
  readonly id: string
  readonly result: string
  readonly outcome?: string
  readonly title?: Texts
}

export interface LayoutOptions {
  /** Width in px of a text in the size of arrow labels. */
  readonly measure: (text: string) => number
  readonly language?: 'zh' | 'en'
  /** Wording on an arrow; default: the title, else the id. Asked only where a step has a choice. */
  readonly labelOf?: (exit: ExitSource) => string
  /** Wording on the pill of an end; default: the title, else the id. */
  readonly endText?: (end: EndSource) => string
  /** Sizes of single cards; default 208×68. */
  readonly cardSizes?: Readonly<Record<StepId, Size>>
  /** Parallels and phases drawn as one card. */
  readonly collapsed?: readonly StepId[]
}

/** The options with every default filled in. */
export interface Wording {
  readonly measure: (text: string) => number
  readonly labelOf: (exit: ExitSource) => string
  readonly endText: (end: EndSource) => string
}

function inLanguage(texts: Texts | undefined, language: 'zh' | 'en'): string | undefined {
  return language === 'en' ? (texts?.en ?? texts?.zh) : texts?.zh
}

export function wordingOf(options: LayoutOptions): Wording {
  const language = options.language ?? 'zh'
  return {
    measure: options.measure,
    labelOf: options.labelOf ?? ((exit) => inLanguage(exit.title, language) ?? exit.exit),
    endText:
      options.endText ?? ((end) => inLanguage(end.title, language) ?? end.outcome ?? end.result),
  }
}
