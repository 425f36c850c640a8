/** What a check finds: what is so, what follows, what to do. */
import type { findings as chinese } from '../zh/findings.ts'

export const findings: Readonly<Record<keyof typeof chinese, string>> = {
  'finding.binding-unknown-duty':
    '{town} binds the duty “{duty}”, which the directory does not have. No case can find it; correct the duty.',
  'finding.binding-unknown-section':
    '{town} binds “{duty}” to “{section}”, which it does not have. Bind it to a section that exists.',
  'finding.duty-bound-twice':
    'In {town} “{duty}” is led by two sections, {sections}: a case cannot tell which to ask. Keep one, or part them by date.',
  'finding.binding-repeated': '{town} binds “{duty}” to “{section}” twice. Remove one.',
  'finding.inactive-section-bound':
    '{town} binds “{duty}” to “{section}”, which is a placeholder. Cases would stop there; bind it to a real section.',
  'finding.section-twice': 'Two sections of {town} have the id “{section}”. Rename one.',
  'finding.dates-inverted':
    'It ends ({to}) before it begins ({from}) and is never in force. Correct the dates.',
  'finding.person-unknown-town':
    '{person} belongs to “{town}”, which the directory does not have; no work reaches them. Correct it.',
  'finding.person-without-post':
    '{person} holds no post, so no work reaches them. Give a post, or take them off the list.',
  'finding.holding-unknown-post':
    '{person} holds “{post}”, which the directory does not have. Correct it.',
  'finding.holding-without-place':
    '{person} holds “{post}” without a section or centre, so no work reaches them. Say where.',
  'finding.holding-unknown-place':
    '{person} holds “{post}” in “{place}”, which {town} does not have. Correct it.',
  'finding.substitute-unknown':
    '“{substitute}” is to stand in for {person}, but is nobody of this town. Mend the id, or remove it.',
  'finding.holding-repeated': '{person} holds “{post}” twice. Remove one.',
  'finding.unreachable-step':
    'No case can reach “{step}”: no arrow leads to it. Connect it, or remove it.',
  'finding.dead-end':
    'No arrow leaves “{step}”; a case that reaches it stays for ever. Give it a way on.',
  'finding.endless-loop':
    '{steps} lead only to each other; a case never leaves them. Give one of them a way out.',
  'finding.row-never-true':
    'Exit “{exit}” of “{step}” can never be true: too few branches can give “{count}”. Change the number, or remove the row.',
  'finding.outcome-never-reached':
    'No case can have the outcome “{outcome}”. Put it on an arrow of the outermost block, or remove it.',
  'finding.closed-without-outcome':
    'By “{exit}” of “{step}” a case is closed without an outcome. Declare one on the way.',
  'finding.unused-field': 'No step reads or writes the field “{field}”. Remove it, or use it.',
  'finding.unknown-duty':
    'The duty “{name}” is not in the directory; {steps} cannot find a section.« The nearest is “{nearest}”.»',
  'finding.unknown-post':
    'The post “{name}” is not in the directory; {steps} find nobody.« The nearest is “{nearest}”.»',
  'finding.unknown-body':
    'The body “{name}” is not in the directory; {steps} do not know whom to ask.« The nearest is “{nearest}”.»',
  'finding.unknown-table':
    'There is no table “{name}”; {steps} cannot decide.« The nearest is “{nearest}”.»',
  'finding.post-needs-duty':
    'The post “{post}” belongs to a section or centre; without a duty it finds nobody: {steps}. Name a duty with it.',
  'finding.unknown-workflow':
    '“{step}” calls the workflow “{called}”, which does not exist.« The nearest is “{nearest}”.»',
  'finding.unknown-phase':
    '“{step}” calls the phase “{phase}” of “{called}”, which does not exist.',
  'finding.call-exit-never-taken':
    'Exit “{exit}” of “{step}” is never taken: “{called}” never gives that result. Remove it.',
  'finding.call-ring':
    'Workflows call each other in a ring: {ring}. A case would never end; break it.',
  'finding.item-without-workflow':
    'The item “{item}” is handled by “{workflow}”, which does not exist; no case can be opened.« The nearest is “{nearest}”.»',
  'finding.unknown-material':
    '{steps} look at the material “{material}”, which the guide of “{item}” does not ask for.« The nearest is “{nearest}”.»',
  'finding.unknown-town':
    'The workspace offers “{town}”, which the directory does not have. Add it there, or take it off.',
  'finding.town-without-people':
    '{town} has no staff yet: duties reach sections, but nobody in them. Enter the staff.',
  'finding.duty-vacant':
    'No section of {town} covers “{duty}”. Cases stop at {steps}.« “{proposed}” is proposed for it.» Bind a section in the directory.',
  'finding.duty-misplaced':
    '“{section}”, which covers “{duty}” in {town}, is closed. Cases stop at {steps}. Bind a section that is open.',
  'finding.duty-unstaffed':
    '“{section}” in {town}, which covers “{duty}”, has no staff. Cases stop at {steps}. Give it staff.',
  'finding.duty-of-one-person':
    '“{duty}” in {town} ({section}) rests on {person} alone. When they are away or recused, {steps} stand still. Name a substitute.',
  'finding.post-vacant':
    'Nobody holds “{post}” in« “{section}” of» {town}. Cases stop at {steps}. Fill the post.',
  'finding.promise-over-statute':
    '«“{step}”: »«“{item}”: »promised {promised}, by statute {statutory}. The promise may not be longer; shorten it.',
  'finding.limits-over-promise':
    'The limits on the longest way through “{step}” come to {days} working days, {promised} are promised: {path}. Shorten some.',
  'finding.stop-without-basis':
    '“{step}” stops the clock “{clock}” without a legal basis; the time cannot be deducted. Add the basis.',
  'finding.side-without-limit':
    'The side “{side}” of “{step}” has no limit; while it is open the phase cannot end. Give {steps} a limit.',
  'finding.other': 'Something is not as it should be ({kind}).',
  'check.line': '{severity}  {place}  {text}',
  'check.none': 'Nothing found.',
  'check.summary': 'Errors {errors}, warnings {warnings}, notes {infos}.',
}
