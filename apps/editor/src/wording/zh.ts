import { findings } from './zh/findings.ts'
import { frame } from './zh/frame.ts'
import { inspector } from './zh/inspector.ts'
import { walk } from './zh/walk.ts'
import { workflow } from './zh/workflow.ts'

/** Every word of the interface in Chinese. */
export const zh = { ...workflow, ...inspector, ...findings, ...frame, ...walk }
