import { expect, it } from 'vitest'
import { DEFAULT_PROFILE } from '../domain/wall-profile'
import { addScene, changeScene, moveScene, removeScene } from './wall-edit'
import type { WallScene, WallScript } from './wall-script'

const scene = (name: string): WallScene => ({
  name,
  link: '/desk',
  dwellS: 60,
  layout: 'map',
  figures: [],
})
const script: WallScript = {
  name: '',
  wall: DEFAULT_PROFILE,
  takeOverS: 120,
  scenes: ['a', 'b', 'c'].map(scene),
}
const names = ({ scenes }: WallScript) => scenes.map(({ name }) => name).join('')

it('moves a scene, and not beyond the ends', () => {
  expect([moveScene(script, 0, 1), moveScene(script, 2, -1)].map(names)).toEqual(['bac', 'acb'])
  expect(moveScene(script, 0, -1)).toBe(script)
  expect(moveScene(script, 2, 1)).toBe(script)
})

it('removes all scenes but the last', () => {
  const one = removeScene(removeScene(script, 0), 0)
  expect(names(one)).toBe('c')
  expect(removeScene(one, 0)).toBe(one)
})

it('adds behind the chosen one and changes in place', () => {
  expect(names(addScene(script, 1, scene('x')))).toBe('abxc')
  expect(names(changeScene(script, 1, { name: 'y' }))).toBe('ayc')
})
