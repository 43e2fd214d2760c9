/** Differences below it are left over from reckoning: an axis of them would say 0.00000 three times. */
const NOISE = 2e-9

/** Ends of an axis on round numbers, with a few steps between them. */
export function niceAxis(least: number, most: number, wanted = 5): readonly number[] {
  const span = [most - least, Math.abs(most)].find((one) => one > NOISE) ?? 1
  const rough = span / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power
  const first = Math.floor(least / step + 1e-9) * step
  const ticks: number[] = []
  for (let i = 0; first + (i - 1) * step < most - 1e-9 * span; i++)
    ticks.push(Number((first + i * step).toPrecision(12)))
  return ticks.length > 1 ? ticks : [first, first + step]
}

/** As many digits as its step needs. */
export function tickText(value: number, step: number): string {
  const digits = Math.max(0, Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)))
  const text = value.toFixed(
    Math.round(step * 10 ** digits) === step * 10 ** digits ? digits : digits + 1,
  )
  return text.replace('-', '−')
}
