// @ts-nocheck: run once by hand; nothing imports it
/** @param {[number, number, number, number]} box west, south, east, north */
export const inBox = ([w, s, e, n], [x, y]) => x >= w && x <= e && y >= s && y <= n

/** Parts of a line whose vertices pass a test; parts of one vertex are dropped. */
export function partsWhere(line, test) {
  const parts = [[]]
  for (const p of line) {
    if (test(p)) parts.at(-1).push(p)
    else if (parts.at(-1).length) parts.push([])
  }
  return parts.filter((part) => part.length > 1)
}

/** Douglas-Peucker in degrees. */
export function simplify(line, tolerance) {
  if (line.length < 3) return line
  const [a, b] = [line[0], line.at(-1)]
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(dx, dy)
  let [far, worst] = [0, tolerance]
  for (let i = 1; i < line.length - 1; i++) {
    const [px, py] = [line[i][0] - a[0], line[i][1] - a[1]]
    const d = length ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py)
    if (d > worst) [far, worst] = [i, d]
  }
  if (!far) return [a, b]
  return [
    ...simplify(line.slice(0, far + 1), tolerance).slice(0, -1),
    ...simplify(line.slice(far), tolerance),
  ]
}

export const rounded = (line, digits) =>
  line
    .map((p) => p.map((v) => Number(v.toFixed(digits))))
    .filter((p, i, all) => !i || p.join() !== all[i - 1].join())

export const linesOf = ({ type, coordinates }) => {
  if (type === 'LineString') return [coordinates]
  if (type === 'MultiLineString' || type === 'Polygon') return coordinates
  return coordinates.flat()
}

/** Even-odd over all rings: holes and exclaves need no order. */
export function isInsideRings(rings, [x, y]) {
  let inside = false
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  return inside
}

export const ringArea = (ring) =>
  ring.reduce((s, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]
    return s + (x * ny - nx * y) / 2
  }, 0)
