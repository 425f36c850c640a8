import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { jsonSchemaText } from './json-schema.schema.ts'
import { FILE_KINDS } from './migrations.ts'

const folder = new URL('../../schemas/', import.meta.url)

describe('the published JSON Schemas', () => {
  test.each(FILE_KINDS)('%s is what scripts/json-schemas.ts writes today', (kind) => {
    expect(readFileSync(new URL(`${kind}.schema.json`, folder), 'utf8')).toBe(jsonSchemaText(kind))
  })

  test('there is one for each kind of file and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(
      FILE_KINDS.map((kind) => `${kind}.schema.json`).sort(),
    )
  })

  test('a schema refuses unknown keys and names the shapes it is made of', () => {
    const schema = JSON.parse(jsonSchemaText('workflow'))

    expect(schema).toMatchObject({ $id: 'urn:yichuang:1:workflow', additionalProperties: false })
    expect(Object.keys(schema.$defs)).toContain('step')
  })
})
