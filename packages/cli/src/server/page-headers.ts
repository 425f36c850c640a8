/**
 * What the editor's page may do: run its own scripts, ask its own server, and nothing else. `nonce` is
 * for the one style element that React Aria puts into the page; styles set by script need no leave.
 */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    ...FILE_HEADERS,
  }
}

/** For every file of the editor. The address holds the token: it goes to nobody as a referrer. */
export const FILE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** Tells the page its nonce, where React Aria looks for it. */
export function withNonce(page: string, nonce: string): string {
  return page.replace(/<head>/i, `<head><meta property="csp-nonce" nonce="${nonce}">`)
}
