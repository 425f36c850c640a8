import { signal } from '../document/signal.ts'
import { useSignal } from '../use-signal.ts'
import { type Language, type Wording, wordingIn } from './wording.ts'

const KEY = 'yichuang-language'

const chosen = signal<Wording>(wordingIn(storedLanguage()))

export function useWording(): Wording {
  return useSignal(chosen)
}

/** Switches the language of the whole page and remembers it. */
export function speak(language: Language): void {
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  const wording = wordingIn(language)
  document.title = wording.t('app.name')
  chosen.set(wording)
}

export function storedLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
}
