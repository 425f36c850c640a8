/** What is selected on the canvas and in the tables: a step, or one exit of a step. */
export type Selection = { readonly step: string; readonly exit?: string } | null

/** What the editor is used for: drawing the workflow, or walking a case through it. */
export type Mode = 'design' | 'walk'
export type Surface = 'diagram' | 'outline' | 'source'
export type BottomTab = 'problems' | 'history'

/** Where the user is. None of it is stored in the workspace, and undo does not touch it. */
export interface ViewState {
  readonly workflow: string | null
  readonly item: string | null
  readonly town: string
  readonly mode: Mode
  readonly surface: Surface
  readonly selection: Selection
  readonly isInspectorOpen: boolean
  readonly isExplorerOpen: boolean
  readonly isBottomOpen: boolean
  readonly bottomTab: BottomTab
  /** The step from which an arrow is being drawn. */
  readonly connectingFrom: string | null
  /** The civil day on which the directory is read. */
  readonly day: string
}

export function firstView(day: string): ViewState {
  return {
    workflow: null,
    item: null,
    town: '',
    mode: 'design',
    surface: 'diagram',
    selection: null,
    isInspectorOpen: true,
    isExplorerOpen: false,
    isBottomOpen: true,
    bottomTab: 'problems',
    connectingFrom: null,
    day,
  }
}
