/** The window of the brand, one wing open. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" className="mark">
      <rect
        x="1.5"
        y="1.5"
        width="19"
        height="19"
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <path d="M11 2v18M2 11h9" stroke="currentColor" strokeWidth="2" />
      <path d="M11 2l7 3.2v11.6L11 20z" className="mark-glass" />
    </svg>
  )
}
