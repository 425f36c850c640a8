/** Plain JSON. Stored data is nothing else: no classes, dates, maps or `undefined`. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}
