import { createRoot } from 'react-dom/client'
import { createSession } from './document/session.ts'
import { Door } from './door.tsx'
import './theme/index.css'
import { wearTheme } from './theme/theme.ts'
import { today } from './today.ts'
import { speak, storedLanguage } from './wording/use-wording.ts'
import { httpWorkspace } from './workspace/http-port.ts'
import { takeToken } from './workspace/token.ts'

wearTheme()
speak(storedLanguage())
const session = createSession(httpWorkspace(takeToken()), today())
session.show({ isBottomOpen: window.innerWidth >= 1280 })
const place = document.getElementById('root')
if (place) createRoot(place).render(<Door session={session} />)
