export { NotRepeatable } from './program.ts'
export { type Learnt, MAX_NODES, type TracedCase, type Tracer, traceMachine } from './tracer.ts'
