export type {
  Case,
  ClockStop,
  LastMove,
  OpenTask,
  RunningClock,
  RunningLimit,
  Vault,
  VaultEntry,
} from './case/case.ts'
export type { CaseEvent, EventKind } from './case/case-event.ts'
export type { ClockFace } from './case/clock-faces.ts'
export type {
  ActCommand,
  Actor,
  Applicant,
  OpenCommand,
  RecordedCommand,
  Salts,
  Sealed,
} from './case/command.ts'
export type { Effect } from './case/effect.ts'
export { createEngine, type Engine, UnknownItem } from './case/engine.ts'
export { BrokenLedger, evolve } from './case/evolve.ts'
export type { Explanation } from './case/explain.ts'
export type { AssignedGroup, CaseFact, DueDate, RecordFact } from './case/fact.ts'
export { fold } from './case/fold.ts'
export { nextDue } from './case/next-due.ts'
export type { TaskView } from './case/open-tasks.ts'
export type { Decided, Step as CaseStep } from './case/outcome.ts'
export { type Redecided, type Redecision, redecide } from './case/redecide.ts'
export type { Refusal } from './case/refusal.ts'
export {
  type ChainFault,
  type ChainHead,
  headOf,
  type SealedEvent,
  seal,
  unseal,
  verify,
} from './case/seal.ts'
export { BrokenRelease, type Runnable, type World } from './case/world.ts'
export { checkDirectory } from './directory/check-directory.ts'
export { type CoverageFact, coverageOf, type DutyCoverage } from './directory/coverage.ts'
export type { DirectoryFault } from './directory/directory-fault.ts'
export type { BindingsInForce, StaffPlace } from './directory/directory-index.ts'
export { compileDirectory, type DirectoryIndex } from './directory/directory-index.ts'
export type { EditionFault } from './directory/edition-fault.ts'
export { isInForce } from './directory/in-force.ts'
export type { DutyLead, LeadRejection, RejectedSection } from './directory/lead-of.ts'
export { leadOf } from './directory/lead-of.ts'
export { checkNextDirectory, checkNextPeople } from './directory/next-edition.ts'
export type { SectionPlace } from './directory/town-lists.ts'
export type { CaseMachine } from './machine/case-machine.ts'
export type { CaseContext } from './machine/context.ts'
export type { CaseInput, MoveEvent, ReturnRequest } from './machine/event.ts'
export type { PositionFact } from './machine/fact.ts'
export type { OpenBlock, OpenStep, Position } from './machine/position.ts'
export { compileProgram, type Program, type ProgramFault } from './machine/program.ts'
export type { Action, Answer, Arrow, PhaseAction } from './model/arrow.ts'
export { buildRelease, type ReleaseNote } from './model/build-release.ts'
export type { CalendarDays, CalendarRegister, CalendarYear } from './model/calendar.ts'
export { canonical } from './model/canonical.ts'
export type {
  Catalogue,
  Item,
  ItemLimit,
  ItemList,
  Material,
  Necessity,
  Source,
} from './model/catalogue.ts'
export { checkReferences } from './model/check-references.ts'
export type {
  Binding,
  Body,
  Centre,
  Directory,
  Duty,
  Nameplate,
  Post,
  Section,
  Town,
} from './model/directory.ts'
export type { Evidence } from './model/evidence.ts'
export type { JsonPath, ModelFault, ReferenceFault } from './model/fault.ts'
export { printPath } from './model/fault.ts'
export type {
  BooleanField,
  CaseData,
  ChoiceField,
  DateField,
  Field,
  ListField,
  MoneyField,
  NumberField,
  TextField,
  Value,
} from './model/field.ts'
export { hashOf } from './model/hash.ts'
export type { Json, JsonObject } from './model/json.ts'
export type {
  Clock,
  Expiry,
  Extension,
  Limit,
  LimitUnit,
  StatutoryGround,
  Stop,
  Stops,
} from './model/limit.ts'
export { nearestName } from './model/nearest.ts'
export type { Holding, People, Person } from './model/people.ts'
export { formatFile, formatWorkflow } from './model/pretty.ts'
export { type JsonDocument, readJson } from './model/read-json.ts'
export {
  readCalendar,
  readCatalogue,
  readDirectory,
  readPeople,
  readRelease,
  readSuite,
  readTable,
  readWorkflow,
  readWorkflowWithPlaces,
  readWorkspaceInfo,
} from './model/read-model.ts'
export { makeRegisters, readRegisters } from './model/read-registers.ts'
export { componentsOf } from './model/reference/components.ts'
export { feelNames } from './model/reference/feel-names.ts'
export type { Edition, Editions, Registers } from './model/registers.ts'
export type { Hash, Release, ReleaseContent } from './model/release.ts'
export { fail, ok, type Result } from './model/result.ts'
export type {
  Awaited,
  Branch,
  Call,
  CountRow,
  DataRights,
  Decision,
  DecisionRow,
  Leaf,
  LeafCommon,
  OtherwiseRow,
  Parallel,
  Phase,
  ReturnPolicy,
  Service,
  Share,
  Side,
  Signing,
  Stage,
  Step,
  StepId,
  StepKind,
  Task,
  Wait,
} from './model/step.ts'
export type { DecisionTable, HitPolicy, TableInput, TableOutput, TableRule } from './model/table.ts'
export type { Texts } from './model/texts.ts'
export type {
  ByBody,
  ByDuty,
  ByField,
  ByParty,
  ByPost,
  BySame,
  ByTable,
  Party,
  Who,
} from './model/who.ts'
export { whoList } from './model/who.ts'
export { policyPlaces, type WhoPlace, whoPlaces } from './model/who-places.ts'
export type {
  DocumentTemplate,
  Layout,
  Outcome,
  OutcomeClass,
  Policies,
  Workflow,
} from './model/workflow.ts'
export {
  type BlockEntry,
  blocksOf,
  type ExitEntry,
  eachBlock,
  exitsOf,
  indexSteps,
  type StepEntry,
  stageOf,
  stepsOf,
} from './model/workflow-tree.ts'
export type { Suite, Walk, WalkLine, Workspace, WorkspaceInfo } from './model/workspace.ts'
export { explainTowns, type TownRouting } from './routing/explain.ts'
export { askedIn } from './routing/line.ts'
export {
  type RoutedGroup,
  type RoutingContext,
  routeWho,
  type TableAnswer,
} from './routing/resolve.ts'
export type { Seat, Signer, Voice } from './routing/seat.ts'
export { peopleAsked } from './routing/tally.ts'
