/**
 * Words that somebody cannot read to their end: cut at the edge of their line, with an ellipsis or without, or standing
 * out of the panel that holds them. One function without imports, so that it also runs in a page of its own.
 */
export function cutWords(root: string, panels: string): string[] {
  const cut: string[] = []
  const tell = (element: Element, how: string) => cut.push(`${element.textContent} (${how})`)
  for (const element of document.querySelectorAll<HTMLElement>(`${root} *`)) {
    const hasWords = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    )
    if (!hasWords || element.closest('.sr-only, .stage, svg')) continue
    const { overflow, fontSize } = getComputedStyle(element)
    const em = Number.parseFloat(fontSize)
    if (overflow !== 'visible') {
      if (element.scrollWidth > element.clientWidth + 1) tell(element, 'across')
      // What hangs under the last line may stand outside the box, a line may not.
      if (element.scrollHeight > element.clientHeight + 0.5 * em) tell(element, 'down')
    }
    const panel = element.closest(panels)?.getBoundingClientRect()
    if (!panel) continue
    const range = document.createRange()
    range.selectNodeContents(element)
    const words = range.getBoundingClientRect()
    // A line box is half again as tall as its letters.
    const [above, below] = [panel.top - words.top, words.bottom - panel.bottom]
    const beside = Math.max(words.right - panel.right, panel.left - words.left)
    if (beside > 1 || above > 0.3 * em || below > 0.3 * em) tell(element, 'out of its panel')
  }
  return cut
}
