/** The civil day at the user's desk, `YYYY-MM-DD`. The only place where the editor asks for the time. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
