import { signal } from '../document/signal.ts'

export type ThemeChoice = 'light' | 'dark' | 'system'

const KEY = 'yichuang-theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')

export const themeChoice = signal<ThemeChoice>(stored())

/** Puts the chosen theme on the page and keeps it in step with the system's. */
export function wearTheme(): void {
  const wear = () => {
    const choice = themeChoice.get()
    const shown = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice
    document.documentElement.dataset['theme'] = shown
  }
  dark.addEventListener('change', wear)
  themeChoice.subscribe(wear)
  wear()
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice)
  themeChoice.set(choice)
}

function stored(): ThemeChoice {
  const choice = localStorage.getItem(KEY)
  return choice === 'light' || choice === 'dark' ? choice : 'system'
}
