/** Which build this page is, as it was named when it was built; null in development. */
export function runningBuild(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="drumtower-build"]')?.content || null
}
