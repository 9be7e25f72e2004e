/**
 * Names of the body that a designation begins with, likeliest first: of what ISO and IEC publish together their joint committee, then ISO. Empty when
 * it begins with none that we know.
 */
export function publisherIn(designation: string): string[] {
  const start = designation.trim().toUpperCase()
  const found = publishers.find(([pattern]) => pattern.test(start))
  return found ? [...found[1]] : []
}

const publishers: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ISO\/IEC\b/, ['iso-iec-jtc1', 'iso']],
  [/^IEC\b/, ['iec']],
  [/^ISO\b/, ['iso']],
  [/^ITU-T\b/, ['itu-t']],
  [/^ITU-R\b/, ['itu-r']],
  [/^(IEEE|AIEE)\b/, ['ieee-sa']],
  [/^ETSI\b/, ['etsi']],
  [/^(CEN|CLC|CENELEC|EN|PREN|FPREN|CWA)\b/, ['cen-cenelec']],
]
