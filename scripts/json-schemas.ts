import { mkdirSync, writeFileSync } from 'node:fs'
import { jsonSchemaText } from '../packages/engine/src/model/json-schema.schema.ts'
import { FILE_KINDS } from '../packages/engine/src/model/migrations.ts'

const folder = new URL('../packages/engine/schemas/', import.meta.url)

/** Writes the published JSON Schemas: `node -C @yichuang/source scripts/json-schemas.ts`. */
mkdirSync(folder, { recursive: true })
for (const kind of FILE_KINDS) {
  writeFileSync(new URL(`${kind}.schema.json`, folder), jsonSchemaText(kind))
}
