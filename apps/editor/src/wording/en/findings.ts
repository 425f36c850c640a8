import type { Table } from '../table.ts'
import type { findings as zh } from '../zh/findings.ts'

/** Words of the findings, in English. */
export const findings: Table<typeof zh> = {
  finding: {
    short: { error: 'error', warning: 'warning', info: 'suggestion' },
    unknown: { fact: 'Something in a file is not as it must be. ', consequence: 'At {{at}}.' },
    'duty-vacant': {
      fact: 'No section in {{town}} covers {{duty}}. ',
      consequence: 'Cases stop at {{steps}}.',
      short: 'vacant',
    },
    'duty-misplaced': {
      fact: 'The section for {{duty}} in {{town}} is closed. ',
      consequence: 'Cases stop at {{steps}} until another section takes over.',
      short: 'section closed',
    },
    'duty-unstaffed': {
      fact: '{{section}} in {{town}} has no staff. ',
      consequence: 'It covers {{duty}}; cases stop at {{steps}}.',
      short: 'no staff',
    },
    'duty-of-one-person': {
      fact: 'One person alone covers {{duty}} in {{town}}. ',
      consequence: 'On leave or recused, nobody can act at {{steps}}.',
      short: 'one person',
    },
    'post-vacant': {
      fact: 'Nobody in {{town}} holds the post {{post}}. ',
      consequence: 'Cases stop at {{steps}}.',
      short: 'post vacant',
    },
    'unreachable-step': {
      fact: 'No case can reach {{step}}. ',
      consequence: 'No arrow leads there.',
      short: 'not reached',
    },
    'dead-end': {
      fact: '{{step}} has no way out. ',
      consequence: 'A case that comes here stays.',
      short: 'no way out',
    },
    'endless-loop': {
      fact: 'The loop around {{step}} has no way out. ',
      consequence: '{{steps}} lead only to each other.',
      short: 'endless loop',
    },
    'row-never-true': {
      fact: 'An exit row of {{step}} can never be true. ',
      consequence: 'Too few branches can give that opinion.',
      short: 'row never true',
    },
    'outcome-never-reached': {
      fact: 'No case can end as {{outcome}}. ',
      consequence: 'The outcome is declared, yet no arrow gives it.',
      short: 'never reached',
    },
    'closed-without-outcome': {
      fact: 'From {{step}} a case can close undecided. ',
      consequence: 'The file would have no outcome.',
      short: 'no outcome',
    },
    'unused-field': {
      fact: 'The case datum {{field}} is not used. ',
      consequence: 'No step reads or writes it.',
      short: 'not used',
    },
    'unknown-duty': {
      fact: 'The directory has no duty {{name}}. ',
      consequence: '{{steps}} finds no section.',
      short: 'unknown duty',
    },
    'unknown-post': {
      fact: 'The directory has no post {{name}}. ',
      consequence: '{{steps}} finds nobody.',
      short: 'unknown post',
    },
    'unknown-body': {
      fact: 'The directory has no body {{name}}. ',
      consequence: '{{steps}} does not know whom to ask.',
      short: 'unknown body',
    },
    'unknown-table': {
      fact: 'There is no decision table {{name}}. ',
      consequence: '{{steps}} cannot decide.',
      short: 'unknown table',
    },
    'post-needs-duty': {
      fact: 'The post {{post}} must be asked for with a duty. ',
      consequence: 'It is held in a section or centre; by itself it finds nobody: {{steps}}.',
      short: 'duty missing',
    },
    'unknown-workflow': {
      fact: '{{step}} calls a workflow that does not exist. ',
      consequence: 'A case cannot go on from here.',
      short: 'unknown workflow',
    },
    'unknown-phase': {
      fact: '{{step}} calls a phase that does not exist. ',
      consequence: 'A case cannot go on from here.',
      short: 'unknown phase',
    },
    'call-exit-never-taken': {
      fact: 'An exit of {{step}} is never taken. ',
      consequence: 'The called workflow never ends that way.',
      short: 'exit never taken',
    },
    'call-ring': {
      fact: 'Workflows call each other in a ring. ',
      consequence: 'A case would go round for ever.',
      short: 'call ring',
    },
    'item-without-workflow': {
      fact: 'An item has no workflow. ',
      consequence: 'An application could not be handled.',
      short: 'no workflow',
    },
    'unknown-material': {
      fact: 'The guide does not ask for the material {{material}}. ',
      consequence: '{{steps}} looks at it, yet no applicant is told to bring it.',
      short: 'not in the guide',
    },
    'unknown-town': {
      fact: 'The directory does not know this town. ',
      consequence: 'Its sections cannot be checked.',
      short: 'unknown town',
    },
    'town-without-people': {
      fact: '{{town}} has no people yet. ',
      consequence: 'Duties lead to sections, not yet to persons.',
      short: 'no people',
    },
    'promise-over-statute': {
      fact: 'The promise is longer than the law allows. ',
      consequence: 'Promised {{promised}}, by law {{statutory}}.',
      short: 'promise too long',
    },
    'limits-over-promise': {
      fact: 'The limits of the steps add up to more than the promise. ',
      consequence: 'Longest way {{days}} working days, promised {{promised}}.',
      short: 'over the promise',
    },
    'stop-without-basis': {
      fact: '{{step}} stops a clock without a basis. ',
      consequence: 'Time may not be left out without one.',
      short: 'stop, no basis',
    },
    'side-without-limit': {
      fact: 'A side of {{step}} has no limit. ',
      consequence: 'While it is open the phase cannot end.',
      short: 'side, no limit',
    },
    'binding-unknown-duty': {
      fact: 'The directory of {{town}} gives a section a duty that does not exist. ',
      consequence: 'Its code is {{duty}}.',
      short: 'unknown duty',
    },
    'binding-unknown-section': {
      fact: '{{duty}} in {{town}} is given to a section that does not exist. ',
      consequence: 'Its code is {{section}}; cases reach nobody.',
      short: 'unknown section',
    },
    'duty-bound-twice': {
      fact: 'Two sections lead {{duty}} in {{town}} at once. ',
      consequence: 'Cases go to the first one in the directory.',
      short: 'two leads',
    },
    'binding-repeated': {
      fact: '{{duty}} in {{town}} is written twice. ',
      consequence: 'Delete one of the two.',
      short: 'repeated',
    },
    'inactive-section-bound': {
      fact: '{{duty}} in {{town}} is given to a section that is not set up. ',
      consequence: 'It cannot take a duty yet.',
      short: 'not set up',
    },
    'section-twice': {
      fact: 'Two sections of {{town}} have the same code. ',
      consequence: 'The code is {{section}}; cases could go to either.',
      short: 'same code',
    },
    'dates-inverted': {
      fact: 'A period ends before it begins. ',
      consequence: 'From {{from}} to {{to}} there is no day.',
      short: 'dates inverted',
    },
    'person-unknown-town': {
      fact: 'A person is in a town that the directory does not know. ',
      consequence: 'No case reaches that person.',
      short: 'unknown town',
    },
    'person-without-post': {
      fact: 'A person holds no post. ',
      consequence: 'No case reaches that person.',
      short: 'no post',
    },
    'holding-unknown-post': {
      fact: 'A person holds a post that does not exist. ',
      consequence: 'Its code is {{post}}.',
      short: 'unknown post',
    },
    'holding-without-place': {
      fact: 'It is not said where a person holds the post {{post}}. ',
      consequence: 'Name the section or the centre.',
      short: 'no place',
    },
    'holding-unknown-place': {
      fact: 'A person holds {{post}} in a place that does not exist. ',
      consequence: 'Its code is {{place}}.',
      short: 'unknown place',
    },
    'holding-repeated': {
      fact: 'The post {{post}} of a person is written twice. ',
      consequence: 'Delete one of the two.',
      short: 'repeated',
    },
    'substitute-unknown': {
      fact: 'The substitute of a person is nobody of this town. ',
      consequence: 'The code is {{substitute}}; nobody stands in.',
      short: 'no substitute',
    },
    'unknown-target': {
      fact: 'An arrow leads to a step that does not exist. ',
      consequence: 'Its code is {{name}}.',
      short: 'unknown target',
    },
    'arrow-across-blocks': {
      fact: 'An arrow leaves its block. ',
      consequence: 'Arrows stay in their block; a result leads out.',
      short: 'leaves its block',
    },
    'cycle-without-leaf': {
      fact: 'Decisions lead round in a circle. ',
      consequence: 'A case would spin; the circle needs a step done by people.',
      short: 'spins',
    },
    'arrow-leads-nowhere': {
      fact: 'An action of {{step}} leads nowhere yet. ',
      consequence: 'A case would not know where to go.',
      short: 'what next?',
    },
    'exit-without-arrow': {
      fact: '{{step}} takes {{exit}} when it lapses or is skipped, and that leads nowhere. ',
      consequence: 'The case would stay where it is.',
      short: 'lapse to where?',
    },
    'unknown-result': {
      fact: 'The result {{name}} of {{block}} leads nowhere. ',
      consequence: 'A case that leaves with it has no way on.',
      short: 'result open',
    },
    'result-never-given': {
      fact: '{{block}} has an exit for {{name}}, which never comes. ',
      consequence: 'No step inside gives it.',
      short: 'never given',
    },
  },
  problems: {
    tab: 'Problems {{n}}',
    label: 'Problems found',
    scope: '{{n}} towns checked together',
    allTowns: 'All towns',
    quoted: '{{step}}',
    manySteps: '{{step}} and more, {{n}} steps',
    running: 'Checking…',
    none: 'No problems. Every step leads on in every town, and somebody is in charge.',
  },
}
