/** Help and messages about how the command was typed. */
import type { usage as chinese } from '../zh/usage.ts'

export const usage: Readonly<Record<keyof typeof chinese, string>> = {
  'help.all': `yichuang: draw a workflow once, prove it for every town, run and replay it exactly.

Usage: yichuang <command> [workspace folder] [options]

  init      make a new workspace
  edit      open a workspace in the browser
  check     files, control flow, decisions, duties, limits; town by town
  run       walk one case by a script
  test      run the saved walks and count what they cover
  release   publish: number, hash, write into releases/
  verify    check a sealed ledger offline
  export    release, XState configuration, Mermaid drawing
  format    lay the files out in the canonical way

All commands: --help, --json (one JSON document on stdout), --lang zh|en.
Exit codes: 0 fine; 1 findings or refusals; 2 unusable input or usage.
More about one command: yichuang <command> --help
`,
  'help.check': `yichuang check [folder] [--town TOWN] [--day YYYY-MM-DD] [--json]

Checks a workspace, one line per finding: severity, file:line:column, place, what is so, what follows, what to do.
  --town TOWN   this town only
  --day DAY     the day on which the registers are read; today unless given
Exit codes: 0 no errors (warnings and notes may stand); 1 errors; 2 files that cannot be read, or a
workflow or register that contradicts itself, so that no case can run.
--json prints {"findings": [{"kind", "severity", "workflow", "step", "town", …}]}.
`,
  'help.run': `yichuang run <folder> --script <file|-> [--town TOWN] [--vault FILE] [--json]

Walks one case by a script. The script is JSON Lines, one object per line (- reads standard input):

  {"open": {"item": "homestead", "town": "sanwu", "at": "2026-03-02T09:00:00+08:00"}}
  {"act": {"task": "window", "action": "accept", "by": "@auto", "at": "2026-03-03T09:00:00+08:00"}}
  {"tick": {"at": "2026-03-20T09:00:00+08:00"}}
  {"registers": {"calendar": "editions/calendar-2.json"}}
  {"expect": {"open": ["visit-1"], "sections": {"visit-1": ["RCC.AGRI"]}, "closed": false}}

open       opens the case. item is needed; also town, at, caseId (case-1), applicant, data, by, salts.
act        task is a step (or step#round; the phase for an action of a phase); action is an action or an
           operator:
           claim give-back save-draft (data) take-back
           transfer delegate         to (staff id), reason
           add-signer remove-signer  people, where (before|beside|after); to (staff id)
           return jump               to, opinion, then, siblings, branches; to, reason
           suspend resume extend     ground, basis, reason; nothing; clock, reason (task: the phase)
           patch recuse              to, change, reason; to (optional), reason
           urge copy ask reply       people and opinion where there are any
           An act entered later than done also has effectiveAt and reason.
           by is a staff id; "@applicant", "@body:ID", "@service:OPERATION"; "@auto" is the first who may act
           now; {"duty": "D07", "post": "section-head"} is the first of those with that duty and post.
           Without by: "@auto".
tick       lets time pass until at: limits run out, acceptance is deemed, reminders are given.
registers  newer editions (directory, people, calendar) from here on: a file of the workspace, or an object;
           an object without "format" gives the differences alone: an entry of a list about the same thing
           is dated anew, any other is added.
expect     any of open closed finished outcome sections people due documents refused events provisional
           nobody data. refused is the kind of the refusal of the line before; a refusal that the next line
           does not expect is an error of the script.
act and tick without at happen at the time of the line before; commandId is c<line> unless given. "$town"
stands for the town of --town. Sensitive fields go into the vault, not into the ledger; without salts in
the script, demo salts are used, which are for trials only.
  --vault FILE   writes the vault (never over an existing file)
--json prints {"ledger": [sealed events], "openTasks": […], "outcome", "refusals": […]}.
The format of the lines has a JSON Schema: packages/cli/schemas/run-script.schema.json.
Exit codes: 0 all done; 1 an unexpected refusal, or an expectation that does not hold; 2 unusable input.
`,
  'help.test': `yichuang test [folder] [--town TOWN] [--suite SUITE] [--json]

Runs the walks saved in suites/, each in every town that it names, and counts per workflow which actions,
conditions and exits were taken, with a list of those that no walk takes.
Exit codes: 0 all pass; 1 some fail; 2 unusable workspace or walks.
`,
  'help.release': `yichuang release <folder> --note TEXT --prepared-by ID --approved-by ID
    [--effective-from YYYY-MM-DD] [--override REASON] [--json]

Checks, numbers and hashes the logic and writes releases/<n>.json. No release is ever written over.
Prepared and approved by two different persons. Errors stop it, unless --override gives a reason; the
reason and the errors are recorded in the release.
  --effective-from   the day from which it is in force; today unless given
`,
  'help.verify': `yichuang verify <ledger.jsonl|.json> [--head HASH] [--release FILE --registers DIR [--vault FILE]] [--json]

Checks a sealed ledger offline: every hash and every link; says at which event it breaks.
  --head HASH      the last hash, kept elsewhere; only this shows that the tail was cut off
  --release FILE   also decides every command again, with this release and the registers of --registers DIR
`,
  'help.export': `yichuang export <folder> --format release|xstate|mermaid [--workflow ID] [--town TOWN] [--out FILE] [--json]

  release   what would be published now
  xstate    the machine of a workflow as JSON for XState's createMachine; guards and actions by name
  mermaid   a flowchart, blocks as subgraphs
Every export carries the hash of the release. Without --out it goes to standard output; no file is written over.
`,
  'help.format': `yichuang format [folder] [--check] [--json]

Lays out the files of a workspace: keys in the order of the schema, so that one edit is one line of difference.
When one file cannot be read, none is written.
  --check   only looks; exit code 1 when a file would change
`,
  'usage.unknown-command': 'There is no command “{name}”.« The nearest is {nearest}.»',
  'usage.unknown-option': 'There is no option {name}.« The nearest is {nearest}.»',
  'usage.unknown-language': 'The languages are zh and en; there is no “{name}”.',
  'usage.value-missing': '{name} needs a value.',
  'usage.value-unwanted': '{name} takes no value.',
  'usage.option-twice': '{name} stands twice; give it once.',
  'usage.option-needed': '{name} is missing.',
  'usage.operand-missing': '“{name}” needs a folder or a file.',
  'usage.operand-unwanted': '“{extra}” is one too many.',
  'usage.see-help': '«See: yichuang {name} --help»',
  'usage.bad-choice':
    '{name} is one of {known}; there is no “{value}”.« The nearest is {nearest}.»',
  'usage.bad-day': '{name} is a date YYYY-MM-DD, not “{value}”.',
  'usage.unknown-town':
    'The workspace has no town “{value}”. It has: {known}.« The nearest is {nearest}.»',
  'usage.unknown-suite':
    'There is no suite “{value}”. There are: {known}.« The nearest is {nearest}.»',
  'usage.unknown-workflow':
    'There is no workflow “{value}”. There are: {known}.« The nearest is {nearest}.»',
  'usage.workflow-needed': 'The workspace has {n} workflows; name one with --workflow: {known}.',
  'usage.file-exists':
    '{file} exists and was left as it is. Give another name, or move it away first.',
  'usage.cannot-write': '{file} cannot be written ({code}). No file was changed.',
}
