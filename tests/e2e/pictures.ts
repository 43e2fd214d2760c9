import type { Page } from 'playwright-core'

/** What is on screen where the first match of `selector` is, as base64 of a PNG. */
export async function picture(page: Page, selector: string): Promise<string> {
  const clip = await page.locator(selector).first().boundingBox()
  if (!clip) throw new Error(`nothing at ${selector}`)
  return (await page.screenshot({ clip, animations: 'disabled' })).toString('base64')
}

/** Share of pixels that differ visibly between two pictures of the same size, 0 to 1. */
export function differingShare(page: Page, a: string, b: string): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixelsOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        if (!context) throw new Error('no canvas')
        context.drawImage(bitmap, 0, 0)
        return context.getImageData(0, 0, bitmap.width, bitmap.height).data
      }
      const [one, two] = [await pixelsOf(first), await pixelsOf(second)]
      let apart = 0
      for (let i = 0; i < one.length; i += 4) {
        const far = (channel: number) =>
          Math.abs((one[i + channel] ?? 0) - (two[i + channel] ?? 0)) > 24
        if (far(0) || far(1) || far(2)) apart++
      }
      return apart / (one.length / 4)
    },
    [a, b] as const,
  )
}
