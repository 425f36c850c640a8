import { Engine } from 'bpmn-engine'

/** User tasks of the equivalent process: before the joint review, the branches, and after it. */
const BEFORE = [
  'apply',
  'group-receive',
  'group-meeting',
  'notice',
  'village-check',
  'register',
  'window',
  'visit-1',
  'visit-2',
]
const BRANCHES = [
  ['agri-draft', 'agri-head'],
  ['land-draft', 'land-head'],
  ['planning-draft', 'planning-head'],
]
const AFTER = ['consolidate', 'director-check', 'leader-decide', 'certificate']

export const BPMN_STEPS = BEFORE.length + BRANCHES.flat().length + AFTER.length

/** The homestead path as a BPMN process: the same human steps, one exclusive gateway, one fork and join. */
export function homesteadBpmn(): string {
  const flows: string[] = []
  const link = (from: string, to: string, when?: string): void => {
    const condition =
      when === undefined
        ? ''
        : `<conditionExpression xsi:type="tFormalExpression">${when}</conditionExpression>`
    flows.push(
      `<sequenceFlow id="f${flows.length}" sourceRef="${from}" targetRef="${to}">${condition}</sequenceFlow>`,
    )
  }
  const chain = (ids: readonly string[]): void => {
    for (const [index, id] of ids.slice(1).entries()) link(ids[index] ?? '', id)
  }
  chain(['start', ...BEFORE, 'check'])
  link('check', 'fork', `\${environment.variables.fits}`)
  link('check', 'end')
  for (const branch of BRANCHES) chain(['fork', ...branch, 'join'])
  chain(['join', ...AFTER, 'end'])
  const tasks = [...BEFORE, ...BRANCHES.flat(), ...AFTER].map((id) => `<userTask id="${id}" />`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="bench">
<process id="homestead" isExecutable="true"><startEvent id="start" /><endEvent id="end" />
<exclusiveGateway id="check" default="f${BEFORE.length + 2}" /><parallelGateway id="fork" /><parallelGateway id="join" />
${tasks.join('')}${flows.join('')}</process></definitions>`
}

/** Runs one case on bpmn-engine, answering each user task as it waits; counts the answers. */
export async function runBpmn(source: string): Promise<number> {
  const engine = new Engine({ name: 'bench', source, variables: { fits: true } })
  const execution = await engine.execute()
  let answered = 0
  for (;;) {
    const waiting = execution.getPostponed().filter((api) => api.type === 'bpmn:UserTask')
    const next = waiting[0]
    if (next === undefined) return answered
    next.signal()
    answered += 1
  }
}
