import { expect, it } from 'vitest'
import { pathOf, ROUTES, routeOf } from './route'

it.each([
  ['/', '/', 'desk'],
  ['/desk', '/', 'desk'],
  ['/desk/', '/', 'desk'],
  ['/index.html', '/', 'desk'],
  ['/drumtower/feeds', '/drumtower/', 'feeds'],
  ['/wall', '/', 'wall'],
  ['/wall/edit', '/', 'wall/edit'],
  ['/walls/', '/', 'walls'],
  ['/wallet', '/', null],
  ['/desk/../about', '/', null],
])('%s under %s is %s', (pathname, base, route) => {
  expect(routeOf(pathname, base)).toBe(route)
})

it('finds every page by its own path', () => {
  for (const base of ['/', '/drumtower/'])
    for (const route of ROUTES) expect(routeOf(pathOf(route, base), base)).toBe(route)
})
