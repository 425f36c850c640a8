import { findings } from './en/findings.ts'
import { frame } from './en/frame.ts'
import { inspector } from './en/inspector.ts'
import { walk } from './en/walk.ts'
import { workflow } from './en/workflow.ts'

/** The same words in English. */
export const en = { ...workflow, ...inspector, ...findings, ...frame, ...walk }
