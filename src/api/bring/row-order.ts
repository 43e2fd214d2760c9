/** Rows by time, and among equal times by place and kind, so that equal rows stand side by side. */
export function sorted(
  time: Float64Array,
  lng: Float64Array,
  lat: Float64Array,
  category: Uint8Array,
  count: number,
  dropDuplicates: boolean,
): { readonly order: Uint32Array; readonly duplicates: number } {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const compare = (a: number, b: number) =>
    (time[a] as number) - (time[b] as number) ||
    // A row without a place equals nothing, not even another one.
    (lng[a] as number) - (lng[b] as number) ||
    0 ||
    (lat[a] as number) - (lat[b] as number) ||
    0 ||
    (category[a] as number) - (category[b] as number)
  order.sort(compare)
  let [duplicates, end] = [0, 0]
  for (let i = 0; i < count; i++) {
    const row = order[i] as number
    const before = order[i - 1]
    const isSame =
      before !== undefined &&
      time[row] === time[before] &&
      lng[row] === lng[before] &&
      lat[row] === lat[before] &&
      category[row] === category[before]
    if (isSame) duplicates++
    if (!isSame || !dropDuplicates) order[end++] = row
  }
  return { order: order.slice(0, end), duplicates }
}
