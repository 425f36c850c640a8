/** A value that others can watch. The store of the editor is one; React is one of its watchers. */
export interface Signal<T> {
  get(): T
  set(next: T): void
  subscribe(watcher: () => void): () => void
}

export function signal<T>(first: T): Signal<T> {
  let value = first
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const watcher of [...watchers]) watcher()
    },
    subscribe: (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}
