import { type Directory, fail, ok, type Result, type Texts, type Workflow } from '@yichuang/engine'
import { type Checked, NOT_CHECKED } from '../findings/finding.ts'
import type {
  Published,
  ReleaseRefusal,
  ReleaseRequest,
  Unreachable,
  WorkspacePort,
} from '../workspace/port.ts'
import { blockOf, stepsOf } from './block.ts'
import { addStep } from './commands/add-step.ts'
import { bindDuty } from './commands/bind-duty.ts'
import { connect, connectNew } from './commands/connect.ts'
import { deleteStep } from './commands/delete-step.ts'
import type { Blank } from './commands/new-step.ts'
import { unsavedPaths } from './document-state.ts'
import { type EditorDocument, editorDocument, type SaveReport } from './editor-document.ts'
import { exitsOf } from './exit.ts'
import { nextGap } from './next-gap.ts'
import type { EditRefusal } from './refusal.ts'
import { type Signal, signal } from './signal.ts'
import { firstView, type Selection, type ViewState } from './view-state.ts'
import {
  DIRECTORY_PATH,
  directoryOf,
  workflowOf,
  workflowPath,
  workspaceOf,
} from './workspace-view.ts'

/** What the user should hear about: a refusal, or how a save went. */
export type Notice =
  | { readonly kind: 'refused'; readonly refusal: EditRefusal }
  | { readonly kind: 'saved'; readonly report: SaveReport }
  /** Another program changed a file; what is shown is what it wrote. */
  | { readonly kind: 'taken'; readonly path: string }

/** One user at one workspace: the document, where the user is, and everything that can be done. */
export interface Session {
  readonly port: WorkspacePort
  readonly document: EditorDocument
  readonly view: Signal<ViewState>
  readonly notice: Signal<Notice | null>
  readonly findings: Signal<Checked>
  start(): Promise<Result<null, Unreachable>>
  show(change: Partial<ViewState>): void
  openItem(item: string): void
  openWorkflow(workflow: string): void
  select(selection: Selection): void
  /** Runs a command on the workflow that is shown; a refusal becomes the notice. */
  edit(command: string, work: (workflow: Workflow) => Result<Workflow, EditRefusal>): void
  /** Puts a new step behind the given step or exit and selects it. */
  addStep(at: { readonly after: string; readonly exit?: string }, blank: Blank): void
  /** Ends connect mode: the chosen exit, or a new one, leads to `target`. */
  connectTo(target: string, title: Texts): void
  /** Deletes the selected step and selects one that led to it. */
  deleteSelected(): void
  undo(): void
  redo(): void
  /** Selects the next step of the shown workflow at which nobody acts in the chosen town. */
  selectNextGap(): void
  /** Gives a duty to a section: from the day that is shown, unless another day is given. */
  bindDuty(town: string, duty: string, section: string, from?: string): void
  save(): Promise<void>
  /** Saves and publishes; nothing is published while a change is not on disk. */
  publish(request: ReleaseRequest): Promise<Result<Published, ReleaseRefusal | Unsaved>>
}

/** A change that could not be written stands against publishing. */
export type Unsaved = { readonly kind: 'not-saved' }

export function createSession(port: WorkspacePort, day: string): Session {
  const view = signal(firstView(day))
  const notice = signal<Notice | null>(null)
  const document = editorDocument(port, (path) => notice.set({ kind: 'taken', path }))
  const findings = signal(NOT_CHECKED)

  const show = (change: Partial<ViewState>) => view.set({ ...view.get(), ...change })
  const heard = (outcome: Result<unknown, EditRefusal>) =>
    notice.set(outcome.ok ? null : { kind: 'refused', refusal: outcome.error })

  function edit(command: string, work: (workflow: Workflow) => Result<Workflow, EditRefusal>) {
    const { workflow } = view.get()
    if (workflow === null) return
    heard(document.change(command, workflowPath(workflow), (value) => work(workflowOf(value))))
  }

  function openWorkflow(workflow: string) {
    const workspace = workspaceOf(document.state.get())
    const items = Object.entries(workspace?.catalogue.items ?? {})
    const item = items.find(([, it]) => it.workflow === workflow)?.[0] ?? null
    show({ workflow, item, selection: null, connectingFrom: null })
  }

  function shownWorkflow(): Workflow | undefined {
    const { workflow } = view.get()
    const value =
      workflow === null ? null : document.state.get().files[workflowPath(workflow)]?.value
    return value ? workflowOf(value) : undefined
  }

  /** Takes a step of history, and selects what came back by it; what went is selected no longer. */
  function travel(go: () => void) {
    const before = new Set(idsOf(shownWorkflow()))
    go()
    const after = idsOf(shownWorkflow())
    const back = after.find((id) => !before.has(id))
    const { selection } = view.get()
    if (back !== undefined) show({ selection: { step: back } })
    else if (selection && !after.includes(selection.step)) show({ selection: null })
    notice.set(null)
  }

  const save = async () => notice.set({ kind: 'saved', report: await document.save() })

  return {
    port,
    document,
    view,
    notice,
    findings,
    show,
    edit,
    openWorkflow,
    start: async () => {
      const opened = await document.open()
      if (!opened.ok) return opened
      const workspace = workspaceOf(document.state.get())
      if (!workspace) return ok(null)
      show({ town: workspace.info.towns[0] ?? Object.keys(workspace.directory.towns)[0] ?? '' })
      const first = Object.values(workspace.catalogue.items).find(
        ({ workflow }) => workflow in workspace.workflows,
      )
      const workflow = first?.workflow ?? Object.keys(workspace.workflows)[0]
      if (workflow !== undefined) openWorkflow(workflow)
      return ok(null)
    },
    openItem: (item) => {
      const workspace = workspaceOf(document.state.get())
      const workflow = workspace?.catalogue.items[item]?.workflow
      if (workflow === undefined || !(workflow in (workspace?.workflows ?? {}))) return
      show({ workflow, item, selection: null, connectingFrom: null })
    },
    select: (selection) => show({ selection }),
    addStep: (at, blank) => {
      let added: string | undefined
      edit('add-step', (workflow) => {
        const done = addStep(workflow, at, blank)
        if (!done.ok) return done
        added = done.value.step
        return ok(done.value.workflow)
      })
      if (added !== undefined) show({ selection: { step: added } })
    },
    connectTo: (target, title) => {
      const { connectingFrom, selection } = view.get()
      if (connectingFrom === null) return
      const exit = selection?.step === connectingFrom ? selection.exit : undefined
      edit('connect', (workflow) =>
        exit === undefined
          ? connectNew(workflow, connectingFrom, target, title)
          : connect(workflow, { step: connectingFrom, exit }, target),
      )
      show({ connectingFrom: null })
    },
    deleteSelected: () => {
      const { selection } = view.get()
      if (!selection) return
      const before = shownWorkflow()
      edit('delete-step', (workflow) => deleteStep(workflow, selection.step))
      if (notice.get()?.kind === 'refused') return
      const led = before && leadingTo(before, selection.step)
      show({ selection: led === undefined ? null : { step: led } })
    },
    selectNextGap: () => {
      const workspace = workspaceOf(document.state.get())
      const { workflow, town, day, selection } = view.get()
      const shown = workflow === null ? undefined : workspace?.workflows[workflow]
      if (!workspace || !shown) return
      const step = nextGap(shown, workspace, { town, day }, selection?.step ?? null)
      if (step !== undefined) show({ selection: { step } })
    },
    undo: () => travel(document.undo),
    redo: () => travel(document.redo),
    bindDuty: (town, duty, section, from = view.get().day) => {
      heard(
        document.change('bind-duty', DIRECTORY_PATH, (value): Result<Directory, EditRefusal> => {
          return bindDuty(directoryOf(value), { town, duty, section }, from)
        }),
      )
    },
    save,
    publish: async (request) => {
      await save()
      if (unsavedPaths(document.state.get()).length > 0) return fail({ kind: 'not-saved' })
      const made = await port.release(request)
      if (made.ok) await document.look(made.value.path)
      return made
    },
  }
}

function idsOf(workflow: Workflow | undefined): readonly string[] {
  return workflow ? stepsOf(workflow).map(([id]) => id) : []
}

/** A step of the same block with an exit to this one. */
function leadingTo(workflow: Workflow, id: string): string | undefined {
  const siblings = Object.entries(blockOf(workflow, id)?.steps ?? {})
  return siblings.find(([, step]) => exitsOf(step).some(({ arrow }) => arrow.to === id))?.[0]
}
