import { EARTH_RADIUS_M, type LngLat } from './geo'
import { onSphere } from './sphere'

/** Demand points, and how many minutes a metre takes to each of them. */
export interface Reached {
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly weight: Float64Array
  readonly minutesPerM: (d: number) => number
}

/**
 * The post nearest to each demand point, kept up while posts move one by one. A table of all posts and points, as the
 * p-median needs it, would be two hundred megabytes for a province; the mean of one posting needs none.
 */
export function nearestPosts(posts: readonly LngLat[], { lng, lat, weight, minutesPerM }: Reached) {
  const m = weight.length
  const at = onSphere(posts)
  const to = onSphere(Array.from(lng, (east, d) => [east, lat[d] as number] as const))
  const total = weight.reduce((sum, w) => sum + w, 0)
  /** Square of the straight line through the sphere: as good as the distance to compare by, and without a sine. */
  const near = new Float64Array(m)
  const first = new Int32Array(m)
  const chord2 = (s: number, d: number) => {
    const x = (at[3 * s] as number) - (to[3 * d] as number)
    const y = (at[3 * s + 1] as number) - (to[3 * d + 1] as number)
    const z = (at[3 * s + 2] as number) - (to[3 * d + 2] as number)
    return x * x + y * y + z * z
  }
  function look(d: number) {
    let [least, best] = [Number.POSITIVE_INFINITY, -1]
    for (let s = 0; s < posts.length; s++) {
      const chord = chord2(s, d)
      if (chord < least) [least, best] = [chord, s]
    }
    near[d] = least
    first[d] = best
  }
  for (let d = 0; d < m; d++) look(d)
  return {
    /** Weighted mean minutes to the nearest post; null where there is no demand or no post. */
    meanMin(): number | null {
      if (total === 0 || posts.length === 0) return null
      let cost = 0
      for (let d = 0; d < m; d++) {
        const metres = 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(near[d] as number) / 2))
        cost += metres * minutesPerM(d) * (weight[d] as number)
      }
      return cost / total
    },
    move(post: number, position: LngLat) {
      at.set(onSphere([position]), 3 * post)
      for (let d = 0; d < m; d++) {
        const chord = chord2(post, d)
        if (first[d] === post && chord > (near[d] as number)) look(d)
        else if (chord < (near[d] as number)) {
          near[d] = chord
          first[d] = post
        }
      }
    },
  }
}
