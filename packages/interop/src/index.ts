export { exportMermaid, type MermaidOptions } from './mermaid.ts'
export { exportRelease } from './release-json.ts'
export { exportXState } from './xstate-json.ts'
