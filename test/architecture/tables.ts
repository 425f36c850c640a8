/** Which package may import which. A package that is not named here is refused. */
export const PACKAGE_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  analysis: ['engine'],
  simulation: ['engine'],
  diagram: ['engine'],
  interop: ['engine', 'diagram'],
  runtime: ['engine'],
  cli: ['engine', 'analysis', 'simulation', 'diagram', 'interop', 'runtime'],
  editor: ['engine', 'analysis', 'simulation', 'diagram', 'interop'],
}

/** Inside the engine: model ← directory, calendar, rule ← routing ← machine ← trace ← case; nothing imports upward. */
export const ENGINE_LAYERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  directory: ['model'],
  calendar: ['model'],
  rule: ['model'],
  routing: ['model', 'directory', 'calendar', 'rule'],
  machine: ['model', 'directory', 'calendar', 'rule', 'routing'],
  trace: ['model', 'machine'],
  case: ['model', 'directory', 'calendar', 'rule', 'routing', 'machine', 'trace'],
  testing: ['model', 'calendar', 'routing', 'machine', 'case'],
}

/** Libraries with one home each; tests may use any of them. */
export const MODULE_OWNERS: readonly {
  readonly module: RegExp
  readonly homes: readonly RegExp[]
  readonly rule: string
}[] = [
  {
    module: /^(?:xstate(?:\/|$)|@xstate\/)/,
    homes: [
      /^packages\/engine\/src\/machine\//,
      /^apps\/editor\/src\/(?:.*\/)?[^/]+\.machine\.ts$/,
      /^apps\/editor\/src\/(?:.*\/)?use-[^/]+\.tsx?$/,
    ],
    rule: 'XState is imported only in engine/machine and in the editor in *.machine.ts and use-*.ts',
  },
  {
    module: /^@xyflow\//,
    homes: [/^apps\/editor\/src\/canvas\//],
    rule: "React Flow is imported only in the editor's canvas",
  },
  {
    module: /^react(?:-dom|-aria-components)?(?:\/|$)/,
    homes: [/^apps\/editor\/src\//],
    rule: 'React is imported only in the editor',
  },
]
