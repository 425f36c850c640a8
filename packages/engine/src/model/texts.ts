/** A wording in the languages of the workspace. Chinese is always there; English may follow. */
export interface Texts {
  readonly zh: string
  readonly en?: string
}
