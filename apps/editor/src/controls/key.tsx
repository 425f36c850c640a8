/** A key as it is printed on the keyboard. It is drawn, not read: the name of a control is its words. */
export function Key({ keys }: { readonly keys: string }) {
  return <kbd data-keys={keys} />
}
