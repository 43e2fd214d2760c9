import * as z from 'zod/mini'
import type { LngLat } from '../domain/geo'

// zod would compile schemas with `new Function`; under the product's CSP even the attempt is a violation report.
z.config({ jitless: true })

/** Time on the wire: ISO 8601 with an offset. Inside: epoch milliseconds. */
export const timeWire = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text: string) => Date.parse(text)),
)

/** A position in the coordinate system that the envelope declares. Converted once, by the feed. */
export const positionWire = z.tuple([
  z.number().check(z.gte(-180), z.lte(180)),
  z.number().check(z.gte(-90), z.lte(90)),
])

/** A closed ring of at least four positions. */
export const ringWire = z.array(positionWire).check(z.minLength(4), z.maxLength(10_000))

/** Words that someone else typed. Bounded, and only ever drawn as text. */
export const textWire = z.string().check(z.maxLength(200))

export const idWire = z.string().check(z.minLength(1), z.maxLength(128))

export const amountWire = z.number().check(z.gte(0))

export const hourWire = z.number().check(z.gte(0), z.lte(24))

/** A vocabulary that may grow: a word this build does not know becomes `unknown`, the record stays. */
export function vocabularyWire<const T extends readonly string[]>(words: T) {
  return z.pipe(
    codedWire(words),
    z.transform(({ word }) => word),
  )
}

/** The same, and the word itself where this build does not know it. */
export function codedWire<const T extends readonly string[]>(words: T) {
  return z.pipe(
    z.union([z.enum(words as unknown as [string, ...string[]]), z.string().check(z.maxLength(64))]),
    z.transform((code: string): { readonly word: T[number] | 'unknown'; readonly code?: string } =>
      words.includes(code) ? { word: code } : { word: 'unknown', code },
    ),
  )
}

/** Turns a position of the envelope's coordinate system into WGS-84. */
export type ToWgs84 = (position: LngLat) => LngLat
