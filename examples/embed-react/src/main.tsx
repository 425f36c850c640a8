import { createEngine, type Result, readRegisters, readRelease } from '@yichuang/engine'
import { createRoot } from 'react-dom/client'
import { CaseView } from './case-view.tsx'
import { said } from './said.ts'

const file = async (name: string) => (await fetch(`county/${name}`)).text()
const release = must(readRelease(await file('releases/1.json')))
const registers = must(
  readRegisters(
    await file('directory.json'),
    await file('people.json'),
    await file('calendar.json'),
  ),
)
const machine = createEngine(release, registers).machine('homestead', 'sanwu')
const place = document.getElementById('root')
if (place) createRoot(place).render(<CaseView machine={machine} said={said} />)

function must<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}
