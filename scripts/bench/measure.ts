/** One thing to be timed: `steps` of it happen in one call. */
export interface Subject {
  readonly name: string
  readonly steps: number
  readonly run: () => unknown
}

/** Microseconds a step, over the rounds of one run. */
export interface Measured {
  readonly name: string
  readonly least: number
  readonly median: number
  readonly most: number
}

/** Until the compiler of the machine has settled, in milliseconds a subject. */
const WARM_UP = 1500

/**
 * Times subjects side by side: after a warm-up every round takes each of them once, so that a noisy
 * machine disturbs all alike. Compare the medians of one run; figures of two runs are not comparable.
 */
export async function measure(
  subjects: readonly Subject[],
  rounds: number,
  milliseconds: number,
): Promise<readonly Measured[]> {
  const samples = subjects.map((): number[] => [])
  for (const subject of subjects) await timed(subject, WARM_UP)
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, subject] of subjects.entries())
      samples[index]?.push(await timed(subject, milliseconds))
  }
  return subjects.map(({ name }, index) => summary(name, samples[index] ?? []))
}

async function timed({ run, steps }: Subject, milliseconds: number): Promise<number> {
  const start = performance.now()
  let calls = 0
  let spent = 0
  do {
    await run()
    calls += 1
    spent = performance.now() - start
  } while (spent < milliseconds)
  return (spent * 1000) / calls / steps
}

function summary(name: string, samples: readonly number[]): Measured {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { name, least: at(0), median: at(0.5), most: at(1) }
}
