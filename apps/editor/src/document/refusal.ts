/** Why a command changed nothing. Facts only; the sentence is made in `wording/`. */
export type EditRefusal =
  | { readonly kind: 'no-such-step'; readonly step: string }
  | { readonly kind: 'no-such-exit'; readonly step: string; readonly exit: string }
  | { readonly kind: 'no-such-file'; readonly path: string }
  | { readonly kind: 'path-taken'; readonly path: string }
  | { readonly kind: 'other-block'; readonly step: string; readonly target: string }
  | { readonly kind: 'same-step'; readonly step: string }
  | { readonly kind: 'no-new-exit'; readonly step: string }
  | { readonly kind: 'only-step'; readonly step: string }
  | { readonly kind: 'only-action'; readonly step: string; readonly action: string }
  | { readonly kind: 'wrong-kind'; readonly step: string }
  | { readonly kind: 'bound-already'; readonly duty: string; readonly section: string }
