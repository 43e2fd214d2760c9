// @ts-nocheck: run once by hand; nothing imports it
/**
 * Takes polygons that share their vertices apart by edges: those of one ring only make the outer edge, those of two
 * make the borders between, each drawn once.
 *
 * @param {number[][][]} rings closed, all wound the same way, integer coordinates
 * @returns {{ outer: number[][][], borders: number[][][] }} closed rings, open lines
 */
export function dissolve(rings) {
  const directed = new Map()
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]]
      if (a.join() !== b.join()) directed.set(`${a}|${b}`, [a, b])
    }
  const outer = []
  const shared = []
  for (const [key, edge] of directed) {
    const [a, b] = key.split('|')
    if (!directed.has(`${b}|${a}`)) outer.push(edge)
    else if (a < b) shared.push(edge)
  }
  return { outer: closeRings(outer), borders: chain(shared) }
}

function closeRings(edges) {
  const next = new Map()
  for (const [a, b] of edges) {
    const key = a.join()
    if (!next.has(key)) next.set(key, [])
    next.get(key).push(b)
  }
  const rings = []
  for (const [a] of edges) {
    let here = a
    const ring = [here]
    for (;;) {
      const ways = next.get(here.join())
      if (!ways?.length) break
      here = ways.pop()
      ring.push(here)
    }
    if (ring.length > 3 && ring[0].join() === ring.at(-1).join()) rings.push(ring)
  }
  return rings
}

/** Edges to lines that run from node to node; a node is where not exactly two edges meet. */
function chain(edges) {
  const at = new Map()
  const put = (p, e) => {
    const key = p.join()
    at.set(key, [...(at.get(key) ?? []), e])
  }
  for (const edge of edges) {
    put(edge[0], edge)
    put(edge[1], edge)
  }
  const used = new Set()
  const walk = (start, first) => {
    const line = [start]
    let [here, edge] = [start, first]
    while (edge && !used.has(edge)) {
      used.add(edge)
      here = edge[0].join() === here.join() ? edge[1] : edge[0]
      line.push(here)
      const ways = at.get(here.join())
      edge = ways.length === 2 ? ways.find((e) => !used.has(e)) : undefined
    }
    return line
  }
  const lines = []
  for (const ways of at.values())
    if (ways.length !== 2)
      for (const edge of ways)
        if (!used.has(edge)) {
          const key = [...at].find(([, w]) => w === ways)[0]
          lines.push(walk(key.split(',').map(Number), edge))
        }
  for (const edge of edges) if (!used.has(edge)) lines.push(walk(edge[0], edge))
  return lines
}
