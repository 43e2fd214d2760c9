/** Pages of the product, by path. The gallery is for those who build it. */
export const ROUTES = [
  'desk',
  'wall',
  'wall/edit',
  'walls',
  'alarms',
  'coverage',
  'brief',
  'review',
  'feeds',
  'about',
  'gallery',
] as const
export type Route = (typeof ROUTES)[number]

/** Null: there is no such page. `base` is what the product is served under, "/" or "/drumtower/". */
export function routeOf(pathname: string, base: string): Route | null {
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : pathname
  const name = inside.replace(/^\/+|\/+$/g, '')
  if (name === '' || name === 'index.html') return 'desk'
  return ROUTES.find((route) => route === name) ?? null
}

export function pathOf(route: Route, base: string): string {
  return `${base}${route}`
}
