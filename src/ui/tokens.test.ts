import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FLAVOURS, TOKENS, URGENCY_CASING, URGENCY_HUE } from './tokens'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function block(flavour: string): string {
  const at = css.search(new RegExp(`data-flavour=.${flavour}`))
  return css.slice(at, css.indexOf('}', at))
}

it.each(FLAVOURS)('%s says the same in CSS and in TypeScript', (flavour) => {
  for (const [role, hex] of Object.entries(TOKENS[flavour])) {
    const property = role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(block(flavour)).toContain(`--${property}: ${hex.toLowerCase()};`)
  }
})

it('keeps the urgencies out of the flavours', () => {
  for (const [urgency, hex] of Object.entries(URGENCY_HUE))
    expect(css.match(new RegExp(`--${urgency}: (.*);`, 'g'))).toEqual([
      `--${urgency}: ${hex.toLowerCase()};`,
    ])
  expect(css).toContain(`--casing: ${URGENCY_CASING.toLowerCase()};`)
})
