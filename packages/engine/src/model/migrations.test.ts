import { describe, expect, test } from 'vitest'
import type { Migration } from './migrations.ts'
import { knownFormats, migrate } from './migrations.ts'

const renames: Migration = {
  from: 0,
  raise: ({ name, ...file }) => ({ ...file, title: name ?? null, format: 1 }),
}

describe('files of an older format', () => {
  test('are raised step by step to the one written today', () => {
    expect(migrate({ format: 0, name: 'x' }, [renames])).toEqual({ format: 1, title: 'x' })
    expect(knownFormats([renames])).toEqual([0, 1])
  })

  test('of today stay as they are', () => {
    expect(migrate({ format: 1, name: 'x' }, [renames])).toEqual({ format: 1, name: 'x' })
  })
})
