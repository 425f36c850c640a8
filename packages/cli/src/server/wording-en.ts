import type { editing as zh } from './wording-zh.ts'

export const editing: typeof zh = {
  'help.init': `yichuang init <folder> [--from empty|xingbin]

A new workspace. The folder must not exist or be empty; nothing that is there is touched.
  --from empty     one town, one centre with two sections, one item of three steps (default)
  --from xingbin   the example county: Sanwu and Shiling, three complete items
`,
  'help.edit': `yichuang edit [folder] [--port N] [--json]

Opens the editor over this workspace. Only this machine can reach it; the address carries a one-time token.
Changes are saved into the folder; what other programs change is shown. Ctrl-C stops it.
  --port N   this port; without it 8710, or the next that is free
`,
  'edit.address': 'Yichuang editor: {address}',
  'edit.how-to-stop':
    'Open it in a browser on this machine. The address carries a one-time token: keep it to yourself. Ctrl-C stops.',
  'edit.no-workspace':
    '{folder} is no workspace: it has no workspace.json. Check the path; yichuang init makes a new one.',
  'edit.no-editor': "The editor's page was not found. Run npm start at the top of the repository.",
  'edit.bad-port': '--port takes a whole number from 0 to 65535, not “{value}”.',
  'edit.port-taken':
    'Port {port} is in use by another program. Choose another one, or leave --port out.',
  'edit.port-refused':
    'Port {port} cannot be used ({code}). Choose another one, or leave --port out.',
  'init.done': 'The workspace {folder} is ready, {n} files.',
  'init.next': `Next:
  yichuang check {folder}   check it
  yichuang edit {folder}    open it in the browser`,
  'init.not-empty':
    '{folder} has something in it and was left alone. Choose a folder that does not exist or is empty.',
  'init.not-a-folder': '{folder} is no folder and was left alone.',
  'init.no-template': 'This installation has no template “{name}”.',
}
