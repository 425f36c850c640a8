import { fail, ok, type Result } from '../../model/result.ts'
import { actorId } from '../actor.ts'
import { type Act, headingOf } from '../deciding.ts'
import { type Draft, recordFacts } from '../record.ts'
import type { Refusal } from '../refusal.ts'
import type { Operator } from './operator.ts'

/** 回复. Who was asked for information on a task answers (`opinion`); whoever asked is told. */
export const reply: Operator = {
  takes: ['opinion'],
  decide: decideReply,
}

function decideReply(act: Act): Result<Draft, Refusal> {
  const { world, draft, command, subject } = act
  const by = actorId(command.by)
  const open = draft.case.questions.filter(({ task }) => task === subject.task)
  const question = open.find(({ people }) => people.includes(by))
  if (question === undefined) {
    const asked = open.flatMap(({ people }) => people)
    return fail({ kind: 'not-for-you', task: subject.task, by, asked })
  }
  if ((command.opinion ?? '').trim() === '') {
    const step = subject.kind === 'step' ? subject.step : subject.block.id
    return fail({ kind: 'opinion-needed', step, action: 'reply' })
  }
  const heading = headingOf(act, 'replied', subject.task)
  const { task, by: asker } = question
  return ok(recordFacts(world, draft, heading, [{ fact: 'replied', task, by, to: asker }]))
}
