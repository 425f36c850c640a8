const KEY = 'yichuang-token'

/**
 * The key that `yichuang edit` puts into the address. It is kept for this tab and taken out of the
 * address bar, so that it does not travel with a copied link.
 */
export function takeToken(): string {
  const address = new URL(window.location.href)
  const given = address.searchParams.get('token')
  if (given === null) return sessionStorage.getItem(KEY) ?? ''
  sessionStorage.setItem(KEY, given)
  address.searchParams.delete('token')
  window.history.replaceState(null, '', address)
  return given
}
