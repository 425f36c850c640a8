export { homesteadReference } from './homestead-reference.ts'
export {
  calendarExample,
  catalogueExample,
  directoryExample,
  peopleExample,
  suiteExample,
  tableExample,
  workspaceExample,
} from './model-examples.ts'
export { type Choices, choicesFrom } from './random.ts'
export { actorOf, randomWalk, type Walked } from './random-walk.ts'
export { RANDOM_DUTIES, randomWorkflow } from './random-workflow.ts'
export { MONDAY, SmallCase, type SmallCaseOptions } from './small-case.ts'
export { SMALL_TOWN, type SmallCounty, smallRegisters, smallRelease } from './small-county.ts'
export { arrow, clerk, parallel, phase, task, workflow } from './small-workflow.ts'
