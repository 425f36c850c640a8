/** What is wrong with a file: what is so, and what to do. */
import type { faults as chinese } from '../zh/faults.ts'

export const faults: Readonly<Record<keyof typeof chinese, string>> = {
  'fault.file-missing':
    'The file is missing. A workspace has workspace.json, directory.json, people.json, catalogue.json and calendar.json.',
  'fault.folder-missing':
    'There is no such folder. Check the path; yichuang init makes a new workspace.',
  'fault.file-is-link':
    'It is a link and could lead out of the workspace, so it is not read. Put the file itself here.',
  'fault.not-a-file': 'It is not a file. Move it away.',
  'fault.file-unreadable': 'It cannot be read ({code}). Check its permissions.',
  'fault.too-many-files': 'The folder holds more than {limit} files.',
  'fault.id-differs-from-name':
    'The id inside is “{id}”, but the file is named “{name}”. Make them the same.',
  'fault.syntax': '{reason}«; what is open began at line {openedLine}, column {openedColumn}».',
  'syntax.empty': 'The file is empty',
  'syntax.value-expected': 'A value is expected here',
  'syntax.key-expected': 'A key in double quotes is expected here',
  'syntax.colon-expected': 'A colon is missing after the key',
  'syntax.comma-expected': 'A comma is missing here',
  'syntax.trailing-comma': 'There is a comma after the last entry',
  'syntax.trailing-content': 'There is text after the end of the content',
  'syntax.unexpected-end': 'The file breaks off before its end',
  'syntax.comment': 'Comments are not allowed here',
  'syntax.unclosed-string': 'A text is not closed by a double quote',
  'syntax.bad-escape': 'The escape after the backslash is not known',
  'syntax.bad-character': 'There is a control character in a text',
  'syntax.bad-number': 'The number is not well formed',
  'syntax.number-out-of-range': 'The number is too large to be kept',
  'syntax.bad-word': 'Only true, false and null are known',
  'syntax.lone-surrogate': 'There is half a character in a text',
  'fault.too-large': 'The file has {bytes} bytes, {limit} at most; it was not read.',
  'fault.too-deep.brackets': 'Brackets are nested more than {limit} deep; it was not read.',
  'fault.too-deep.blocks':
    'Blocks are nested more than {limit} deep. Make the inner ones another workflow.',
  'fault.encoding.invalid-utf8':
    'This is not UTF-8«; it looks like {maybe}». Save the file as UTF-8.',
  'fault.encoding.replacement-character':
    'A character was lost in a conversion here (�). Save the original as UTF-8 again.',
  'fault.duplicate-key':
    'The key “{key}” stands twice, first at line {firstLine}, column {firstColumn}. Keep one.',
  'fault.forbidden-key': 'A key may not be named “{key}”.',
  'fault.unknown-format': 'Format {found} is not known; {known} is.',
  'fault.unknown-key': 'There is no key “{key}” here.« The nearest is “{nearest}”.»',
  'fault.missing-key': '“{key}” is missing.',
  'fault.wrong-type': '{expected} is expected here, not {found}.',
  'fault.bad-value': 'The value {found} is not allowed: {required}.« The nearest is “{nearest}”.»',
  'fault.wrong-hash':
    'The hash stated is {found}, the hash computed {computed}: it was changed after publishing.',
  'need.one-of': 'one of {values}',
  'need.form': '{form}',
  'need.not-reserved': 'the name is reserved ({reserved})',
  'need.more-than': 'more than {bound}',
  'need.less-than': 'less than {bound}',
  'need.at-least': 'at least {bound}',
  'need.at-most': 'at most {bound}',
  'need.size-at-least': 'at least {bound} entries',
  'need.size-at-most': 'at most {bound} entries',
  'need.whole-number': 'a whole number',
  'need.not-both': 'not {keys} together',
  'need.one-needed': 'one of {keys} is needed',
  'need.in-order': 'not in order',
  'need.two-persons': 'prepared and approved by two different persons',
  'need.other': 'not what the schema allows',
  'form.id': 'lower-case letters, digits and hyphens, as in site-visit',
  'form.action-id': 'lower-case letters, digits and hyphens, and no operator’s name',
  'form.answer-id': 'lower-case letters, digits and hyphens, and no reserved name',
  'form.field-id':
    'letters and digits, lower case first, as in plotArea, and no word of conditions',
  'form.code': 'letters and digits joined by . _ -, as in RCC.AGRI',
  'form.date': 'a date YYYY-MM-DD',
  'form.moment-of-day': 'a time HH:MM',
  'form.utc-offset': 'an offset, as in +08:00',
  'form.hash': 'sha256: and 64 hexadecimal digits',
  'form.share': 'a share, as in 2/3',
  'form.year': 'a year of four digits',
  'fault.duplicate-step':
    'The step id “{step}” stands twice, first at {first}. Cases and ledgers know steps by it; rename one.',
  'fault.unknown-target':
    'The arrow leads to “{name}”, which is no step of {block}.« The nearest is “{nearest}”.»',
  'fault.arrow-across-blocks':
    'The arrow leads from {block} to “{to}” in {targetBlock}. Arrows stay in their block: give a result of this block and let the block around it lead on.',
  'fault.unknown-start':
    '{block} starts at “{name}”, which is no step of it.« The nearest is “{nearest}”.»',
  'fault.unknown-result':
    '{block} has no exit for the result “{name}”.« The nearest is “{nearest}”.» Say in its exits where it leads.',
  'fault.result-never-given':
    'Nothing in {block} gives the result “{name}”.« The nearest is “{nearest}”.» Remove the exit, or add what gives the result.',
  'fault.exit-without-arrow':
    '“{step}” takes “{exit}” when it lapses or is skipped, but “{exit}” leads nowhere. Give it a to or a result, or name another.',
  'fault.arrow-leads-nowhere': '“{exit}” of “{step}” leads nowhere. Give it a to or a result.',
  'fault.unknown-outcome': 'The outcome “{name}” is not declared.« The nearest is “{nearest}”.»',
  'fault.outcome-inside-block':
    'The outcome “{outcome}” stands inside {block}. Outcomes stand on arrows of the outermost block only.',
  'fault.unknown-exit': '“{step}” has no exit “{name}”.« The nearest is “{nearest}”.»',
  'fault.unknown-field': 'There is no field “{name}”.« The nearest is “{nearest}”.»',
  'fault.wrong-field-type': 'The field “{field}” is {found}; {expected} is needed here.',
  'fault.unknown-step': 'There is no step “{name}”.« The nearest is “{nearest}”.»',
  'fault.unknown-clock':
    '“{step}” stops the clock “{name}”, which no phase around it has.« The nearest is “{nearest}”.»',
  'fault.unlawful-ground':
    '“{ground}” is no ground for stopping a statutory clock. By law: {allowed}.',
  'fault.otherwise-row.missing':
    'The parallel “{step}” has no “otherwise”. Add it as the last row.',
  'fault.otherwise-row.not-last':
    '“Otherwise” of the parallel “{step}” is not its last row. Move it to the end.',
  'fault.when-without-skip':
    '“{step}” has a condition but does not say which exit is taken when it is skipped. Add skip.',
  'fault.sides-inside-side':
    'The phase “{step}” in the side “{side}” has sides of its own. A side holds no further sides.',
  'fault.side-named-as-action':
    'A side and an action of the phase “{step}” are both named “{name}”. Rename one.',
  'fault.too-few-exits': '“{step}” needs an exit for success and one for failure; it has: {exits}.',
  'fault.missing-otherwise':
    '“{step}” has no “otherwise”. Some cases would have nowhere to go; add it.',
  'fault.missing-escalation-post':
    '{policies} ask a higher post, but no post is named. Add escalateTo.',
  'fault.cycle-without-leaf':
    'In {block}, {steps} form a ring in which nobody acts; a case would spin for ever. Put a task into it, or change an arrow.',
  'fault.field-edited-twice':
    'The field “{field}” is edited in {parts}, which run side by side: the last one would win. Let each write its own field and a later step the shared one.',
  'fault.field-read-beside-edit':
    '“{reader}” in “{readIn}” decides by the field “{field}”, which “{editedIn}” edits at the same time. Decide after both have ended.',
  'rule.at': 'Condition {text}, character {character}: {problem}',
  'rule.in-table': 'Table “{table}”: {problem}',
  'rule.syntax': '“{found}” is not understood here.',
  'rule.too-long': 'It is too long: {found} characters, {limit} at most.',
  'rule.too-deep': 'It is nested more than {limit} deep.',
  'rule.unknown-name': 'There is no field “{name}”.« The nearest is “{nearest}”.»',
  'rule.unknown-function': 'There is no function “{name}”.« The nearest is “{nearest}”.»',
  'rule.unknown-property': 'There is no property “{name}”. There are: {known}.',
  'rule.wrong-arity': '“{name}” has {found} arguments; it takes {least}« to {most}».',
  'rule.wrong-type': '{expected} is expected, not {found}.',
  'rule.value-not-in-choice':
    '“{value}” is none of the choices. They are: {of}.« The nearest is “{nearest}”.»',
  'rule.scale': 'It may have more than {allowed} decimal places. Round it with decimal().',
  'rule.bad-literal': '“{text}” is not well formed.',
  'rule.regex-refused': '“{name}” is refused: it may take unbounded time.',
  'rule.not-supported': '{feature} is not supported in conditions.',
  'feature.context': 'an object',
  'feature.function-definition': 'a function of one’s own',
  'feature.instance-of': 'instance of',
  'feature.named-arguments': 'named arguments',
  'feature.nested-list': 'a list in a list',
  'feature.range-value': 'a range as a value',
  'feature.time': 'a time of day',
  'feature.computed-function': 'a computed function',
  'feature.computed-duration': 'a computed duration',
  'feature.input-placeholder': 'the question mark',
  'feature.construct': 'this construct',
  'rule.unknown-table': 'There is no table “{table}”.« The nearest is “{nearest}”.»',
  'table.input': 'input {column}: {problem}',
  'table.cell.when': 'row {row}, condition {column}: {problem}',
  'table.cell.then': 'row {row}, output {column}: {problem}',
  'table.cell-count.when': 'row {row} has {found} conditions; {expected} are expected.',
  'table.cell-count.then': 'row {row} has {found} outputs; {expected} are expected.',
  'table.no-outputs': 'it has no outputs.',
  'table.duplicate-output': 'the output “{id}” stands twice.',
  'table.no-values': 'the output “{id}” lists no values.',
  'table.no-priority': 'it goes by priority, but no output gives an order.',
  'table.field-of-other-type': 'the output “{id}” is {output}; the field of that name is {field}.',
  'table.aggregation.only-with-collect': 'an aggregation goes with collect only.',
  'table.aggregation.needs-one-output': 'an aggregation needs exactly one output.',
  'table.aggregation.needs-numbers': 'an aggregation needs numbers.',
  'summary.faults': '{n} faults. No file was changed.',
}
