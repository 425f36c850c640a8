/**
 * How far a stated fact may be trusted.
 *
 * - `seed`: stated in the article that the workspace models
 * - `found`: found in a public source, named in `basis`
 * - `K`: from general knowledge, to be confirmed against an official text
 * - `A`: an assumption made for demonstration or simulation
 * - `P`: a proposal of the designers
 * - `C`: computed from other facts
 *
 * `K`, `A` and `P` are not law: screens and prints show the mark.
 */
export type Evidence = 'seed' | 'found' | 'K' | 'A' | 'P' | 'C'
