/** The shape of a string table: the same keys, any words. */
export type Table<T> = { readonly [K in keyof T]: T[K] extends string ? string : Table<T[K]> }
