import type { ChartId } from '../../view/review'

/** Where the keyboard goes on, when what had the focus is gone. What still has it keeps it. */
export function takeFocus(node: HTMLElement | null): void {
  const { activeElement, body } = document
  if (activeElement === null || activeElement === body) node?.focus()
}

/** The chart that a table was of. */
export function chartNode(chart: ChartId): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    chart === 'tiles' ? '.tile-pick[tabindex="0"]' : `[data-chart="${chart}"]`,
  )
}
