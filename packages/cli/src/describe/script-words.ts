import type { EditionFault } from '@yichuang/engine'
import type { ScriptFault } from '../script/script-fault.ts'
import type { Wording } from '../wording/wording.ts'
import { isFileFault } from '../workspace/file-fault.ts'
import type { Names } from '../workspace/names.ts'
import { plainFacts } from './facts-as-words.ts'
import { faultWords } from './fault-words.ts'

/** Why a line of a script cannot be used, in a sentence. */
export function scriptFaultWords(fault: ScriptFault, names: Names, wording: Wording): string {
  const facts = plainFacts(fault, wording)
  switch (fault.kind) {
    case 'line-not-json':
      return wording.say('script.line-not-json', {
        problem: fault.faults.map((one) => faultWords(one, { wording })).join(' '),
      })
    case 'wrong-value-in-line':
      return wording.say('script.wrong-value-in-line', {
        ...facts,
        shape: wording.say(`shape.${fault.shape}`),
      })
    case 'register-unreadable': {
      const problems = fault.faults.map((one) => {
        const at = !isFileFault(one) && one.at !== '' ? `${one.at} ` : ''
        return `${one.file ?? ''} ${at}${faultWords(one, { wording })}`
      })
      const register = wording.say(`register.${fault.register}`)
      return wording.say('script.register-unreadable', { register, problem: problems.join(' ') })
    }
    case 'register-rewrites-past': {
      const problem = fault.faults.map((one) => editionWords(one, names, wording)).join('')
      const register = wording.say(`register.${fault.register}`)
      return wording.say('script.register-rewrites-past', { register, problem })
    }
    case 'register-outside': {
      const register = wording.say(`register.${fault.register}`)
      return wording.say('script.register-outside', { ...facts, register })
    }
    default:
      return wording.say(`script.${fault.kind}`, facts)
  }
}

function editionWords(fault: EditionFault, names: Names, wording: Wording): string {
  const facts = plainFacts(fault, wording)
  const town = 'town' in fault ? fault.town : undefined
  return wording.say(`edition.${fault.kind}`, {
    ...facts,
    ...(town === undefined ? {} : { town: names.town(town) }),
    ...('section' in fault ? { section: names.section(town, fault.section) } : {}),
    ...('duty' in fault ? { duty: names.duty(fault.duty) } : {}),
    ...('post' in fault ? { post: names.post(fault.post) } : {}),
    ...('path' in fault ? { path: fault.path.join('.') } : {}),
  })
}
