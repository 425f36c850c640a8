import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests of the whole repository start first: they take longest, and two workers then end together. */
export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const heavy = (file: TestSpecification) => /\/(test|examples)\//.test(file.moduleId)
    return [...sorted.filter(heavy), ...sorted.filter((file) => !heavy(file))]
  }
}
