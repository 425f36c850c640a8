import { Check, Circle, Languages, ShieldCheck, SunMoon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { unsavedPaths } from '../document/document-state.ts'
import type { Weight } from '../findings/finding.ts'
import { weightOf } from '../findings/weight.ts'
import { useDocumentState, useSession } from '../session-context.ts'
import { chooseTheme, type ThemeChoice, themeChoice } from '../theme/theme.ts'
import { useSignal } from '../use-signal.ts'
import { speak, useWording } from '../wording/use-wording.ts'
import { SeverityIcon } from './severity-icon.tsx'

const AboutDialog = lazy(async () => ({
  default: (await import('./about-dialog.tsx')).AboutDialog,
}))

const WEIGHTS: readonly Weight[] = ['gap', 'error', 'warning', 'info']
const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'system']

export function StatusBar() {
  const session = useSession()
  const { findings, milliseconds, towns, isRunning } = useSignal(session.findings)
  const unsaved = unsavedPaths(useDocumentState()).length
  const { t } = useWording()
  const counts = WEIGHTS.map((weight) => ({
    weight,
    n: findings.filter((it) => weightOf(it) === weight).length,
  }))
  return (
    <footer className="status">
      {counts
        .filter(({ n }) => n > 0)
        .map(({ weight, n }) => (
          <span key={weight} className={`status-count is-${weight}`}>
            <SeverityIcon weight={weight} size={14} />
            {t(`status.${weight}`, { n })}
          </span>
        ))}
      <span className="status-rule" />
      <span className="status-part status-checked">
        <ShieldCheck size={14} strokeWidth={1.75} aria-hidden />
        {isRunning || milliseconds === null
          ? t('status.checking')
          : t('status.checked', { towns, ms: milliseconds })}
      </span>
      <span className="grow" />
      <Button
        className="status-button"
        onPress={() => void session.save()}
        isDisabled={unsaved === 0}
      >
        {unsaved === 0 ? (
          <Check size={14} strokeWidth={1.75} aria-hidden />
        ) : (
          <Circle size={10} strokeWidth={3} aria-hidden />
        )}
        {unsaved === 0 ? t('status.saved') : t('status.unsaved', { n: unsaved })}
      </Button>
      <span className="status-rule" />
      <LanguageSwitch />
      <ThemeMenu />
    </footer>
  )
}

function LanguageSwitch() {
  const { t, language } = useWording()
  return (
    <Button className="status-button" onPress={() => speak(language === 'zh' ? 'en' : 'zh')}>
      <Languages size={14} strokeWidth={1.75} aria-hidden />
      {t('status.languages')}
    </Button>
  )
}

function ThemeMenu() {
  const { t } = useWording()
  const chosen = useSignal(themeChoice)
  const [isAbout, setAbout] = useState(false)
  return (
    <>
      <MenuTrigger>
        <Button className="status-button">
          <SunMoon size={14} strokeWidth={1.75} aria-hidden />
          {t('status.theme')}
        </Button>
        <Popover className="popover" placement="top end">
          <Menu
            className="list"
            aria-label={t('status.theme')}
            selectionMode="single"
            selectedKeys={[chosen]}
            onAction={(key) => {
              const theme = THEMES.find((it) => it === key)
              if (theme) chooseTheme(theme)
              else setAbout(true)
            }}
          >
            {THEMES.map((theme) => (
              <MenuItem key={theme} id={theme} className="list-row" textValue={t(`theme.${theme}`)}>
                {({ isSelected }) => (
                  <>
                    <span>{t(`theme.${theme}`)}</span>
                    {isSelected && (
                      <Check className="list-check" size={14} strokeWidth={2} aria-hidden />
                    )}
                  </>
                )}
              </MenuItem>
            ))}
            <Separator className="list-rule" />
            <MenuItem id="about" className="list-row" textValue={t('about.open')}>
              <span>{t('about.open')}</span>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isAbout && (
        <Suspense fallback={null}>
          <AboutDialog onClose={() => setAbout(false)} />
        </Suspense>
      )}
    </>
  )
}
