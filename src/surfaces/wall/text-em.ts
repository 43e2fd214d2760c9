/** An ideograph fills its square; letters, digits and signs a little over half of one in the faces that are carried. */
const NARROW_EM = 0.56

/** What the edges of a panel take of its width, in body sizes. */
export const EDGES_EM = 1.5

/** How wide a line of text stands, in font sizes; a little too wide rather than too narrow. */
export function textEm(text: string): number {
  let em = 0
  for (const letter of text)
    em += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 1 : NARROW_EM
  return em
}

/** The size at which a line fits into so much room, both in body sizes: as large as it may be, as small as it must be. */
export function fittingEm(
  text: string,
  room: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  return Math.max(least, Math.min(most, room / Math.max(1, textEm(text))))
}
