/**
 * The shape of a string table: the same keys, any words. Words with a number may have other ones for
 * one under `…_one`.
 */
export type Table<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Table<T[K]>
} & { readonly [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string }
