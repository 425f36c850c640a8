import { readRelease } from '@yichuang/engine'
import { homesteadReference, smallRelease } from '@yichuang/engine/testing'
import { expect, test } from 'vitest'
import { exportRelease } from './release-json.ts'

test('an exported release reads back as the same release, hashes and all', () => {
  const release = smallRelease(homesteadReference)
  expect(readRelease(exportRelease(release))).toEqual({ ok: true, value: release })
})
