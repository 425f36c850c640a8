/** Why a command was refused: what stands against it, what would be allowed instead, and by whom. */
import type { refusals as chinese } from '../zh/refusals.ts'

export const refusals: Readonly<Record<keyof typeof chinese, string>> = {
  'refusal.step-not-open': '“{step}” is not open. Open are: {open}.',
  'refusal.unknown-action': '“{step}” has no action “{action}”. Possible: {allowed}.',
  'refusal.condition-not-met':
    '“{action}” of “{step}” is not possible: {when} does not hold« ({data})».',
  'refusal.used-up': '“{action}” of “{step}” may be used {max} time(s) per case; that is used up.',
  'refusal.not-asked': '{by} is not asked at “{step}”. Those who may act: {asked}.',
  'refusal.nobody-can-act':
    'Nobody can act on “{step}” now. Name a section or staff for it in the registers first.',
  'refusal.data-needed': '“{action}” of “{step}” needs these first: {fields}.',
  'refusal.not-done-yet':
    'It cannot go back to “{to}”: this case has not done it. Possible: {targets}.',
  'refusal.branch-not-concerned':
    'It cannot go back to “{to}”: as things stand, the branch “{branch}” does not concern the case.',
  'refusal.sibling-branch': 'It cannot go back to “{to}”: that is another branch of “{parallel}”.',
  'refusal.crosses-statutory-clock':
    'It cannot go back to “{to}”: the statutory clock of “{phase}” is running, and a return is no substitute for a decision.',
  'refusal.crosses-outcome': 'It cannot go back to “{to}”: the case is decided (“{outcome}”).',
  'refusal.side-border': 'It cannot go back to “{to}”: a return does not cross the side “{side}”.',
  'refusal.returned-too-often': '“{to}” was returned to {max} times already.',
  'refusal.returns-not-allowed': '“{step}” may not return so. Possible: {allowed}.',
  'refusal.then-not-allowed': '“{then}” is not allowed after this return. Possible: {allowed}.',
  'refusal.bad-instant':
    '“{text}” is no usable time. Write it with an offset, as in 2026-03-02T09:00:00+08:00.',
  'refusal.time-went-back': '{at} is before the last record of the case, {last}.',
  'refusal.unknown-item': 'There is no item “{item}”. There are: {known}.',
  'refusal.unknown-town': 'There is no town “{town}”. There are: {known}.',
  'refusal.case-closed':
    'The case was closed at {closedAt}« ({outcome})». If needed, open a new one.',
  'refusal.other-release': 'The case runs on release {release}; {given} was given.',
  'refusal.task-not-open': '“{task}” is not open. Open are: {open}.',
  'refusal.unknown-field': 'There is no field “{field}”. There are: {known}.',
  'refusal.field-not-editable': '“{step}” may not edit “{field}”. It may edit: {editable}.',
  'refusal.value-does-not-fit': 'The value of “{field}” does not fit: {problem}',
  'refusal.salt-needed': 'Sensitive content needs salts: {fields}.',
  'refusal.opinion-needed': '“{action}” of “{step}” needs an opinion in words.',
  'refusal.not-for-you': '“{task}” is not for {by}. Those who may act: {asked}.',
  'refusal.separated-step': '{by} did “{from}” and may not do “{step}”. Those who may: {others}.',
  'refusal.separated-stage':
    '{by} took part in the {from} and may not take part in the {stage} (“{step}”). Those who may: {others}.',
  'refusal.other-person-needed':
    '“{step}” is for whoever did “{sameAs}”; {by} did not. Those who may: {others}.',
  'refusal.own-case': '{by} is the applicant and may not do “{step}”. Those who may: {others}.',
  'refusal.is-recused': '{by} is recused and may not do “{step}”. Those who may: {others}.',
  'refusal.side-not-available':
    '“{side}” cannot be opened now: its condition does not hold, or it is open already«; at most {max} per case».',
  'refusal.unknown-operator-argument': '“{action}” lacks “{missing}”.',
  'refusal.claimed-by-other': '“{task}” is claimed by {by}.',
  'refusal.not-claimed': '{by} has not claimed “{task}”.',
  'refusal.cannot-take-over': '{person} cannot take over “{task}”: {because}.',
  'because.not-staff': 'not among the staff',
  'because.already-asked': 'asked already',
  'because.separation': 'kept apart by the rules of separation',
  'because.not-asked': 'nobody asked them',
  'because.has-spoken': 'their word is given',
  'because.last-signer': 'nobody would be left to sign',
  'because.not-yours': 'only who added them, or who is named for it, may',
  'because.no-such-task': 'there is no such task',
  'because.already-open': 'it is open already; add or take off signers there',
  'because.not-optional': 'it is no step that may be skipped',
  'because.nothing-changed': 'no change is given',
  'refusal.operator-not-allowed': '“{action}” on “{step}” is for others: {asked}.',
  'refusal.operator-for-nobody':
    '“{action}” may not be used on “{step}”: the workflow forbids it, or names nobody for it. To allow it, say by whom in policies.operators.',
  'refusal.cannot-take-off':
    '{person} cannot be taken off “{task}”: {because}.« Those who may: {by}.»',
  'refusal.cannot-patch': 'The step “{step}” ahead cannot be changed: {because}« ({person})».',
  'refusal.not-then': 'It cannot have been done at {at}; enter a time from {earliest} to {latest}.',
  'refusal.suspended':
    '“{subject}” stands still since {since} ({ground}).« Those who may have it go on: {by}.»',
  'refusal.not-suspended': '“{subject}” does not stand still.« What does: {suspended}.»',
  'refusal.nothing-to-take-back': '{by} has nothing to take back«; the last to act was {lastBy}».',
  'refusal.already-touched': '“{step}” was taken up already and cannot be taken back.',
  'refusal.unknown-clock': 'There is no clock “{clock}”. There are: {clocks}.',
  'refusal.clock-not-running': 'The clock “{clock}” is not running.',
  'refusal.cannot-extend':
    'The clock “{clock}” may be extended {times} time(s); it was {given} time(s).',
  'refusal.too-late-to-extend':
    'The clock “{clock}” ran out at {due}; an extension is decided before that.',
  'fit.wrong-type': '{expected} is expected.',
  'fit.not-finite': 'it is no number.',
  'fit.scale': '{value} has more than {allowed} decimal places.',
  'fit.too-small': '{value} is less than {min}.',
  'fit.too-large': '{value} is more than {max}.',
  'fit.too-long': 'it has {found} characters, {maxLength} at most.',
  'fit.no-such-day': 'there is no day “{value}”.',
  'fit.value-not-in-choice': '“{value}” is none of the choices: {of}.',
  'fit.element': 'entry {index}: {problem}',
}
