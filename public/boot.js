// A wall whose page does not come up stands dark until somebody notices. This looks after it without any of the build's
// own code: it goes to another build as soon as one is served, and tries the same one again three times in all, later
// each time (a file may not have come). Never in circles: what it has tried is kept by the tab.
;(() => {
  const KEY = 'drumtower.boot.1'
  const AGAIN_AFTER_MIN = [2, 10, 30]
  const here = document.querySelector('meta[name="drumtower-build"]')?.content
  const base = document.currentScript.src.replace(/boot\.js.*$/, '')
  if (!here || !location.pathname.endsWith('/wall')) return

  let darkMin = 0
  const look = async () => {
    setTimeout(look, 60_000)
    if (document.documentElement.dataset.up !== undefined) {
      darkMin = 0
      return sessionStorage.removeItem(KEY)
    }
    darkMin += 1
    try {
      const answer = await fetch(`${base}version.json`, { cache: 'no-store' })
      const { build } = await answer.json()
      if (typeof build !== 'string') return
      // A page from a cache may stay the old one however often it is asked for the new one.
      const [wanted, tries] = JSON.parse(sessionStorage.getItem(KEY) ?? '["",0]')
      const isNews = build !== here && build !== wanted
      if (!isNews && !(darkMin >= AGAIN_AFTER_MIN[tries])) return
      const kept = JSON.stringify([build, isNews ? 0 : tries + 1])
      sessionStorage.setItem(KEY, kept)
      if (sessionStorage.getItem(KEY) === kept) location.reload()
    } catch {
      // Nobody answers, or nothing can be kept: the next look may find better.
    }
  }
  setTimeout(look, 60_000)
})()
