/** Whether a token works at the moment `now`; one that was revoked stays so, whatever its end. Instants are ISO texts in UTC. */
export function tokenStanding(
  { revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string | null },
  now: string,
): 'WORKS' | 'EXPIRED' | 'REVOKED' {
  if (revokedAt !== null) return 'REVOKED'
  return expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now) ? 'EXPIRED' : 'WORKS'
}
