// A worker of its own for one timer: browsers slow the timers of hidden pages to one a minute, those of workers not.
let timer: ReturnType<typeof setInterval> | undefined
addEventListener('message', ({ data: isHidden }: MessageEvent<boolean>) => {
  clearInterval(timer)
  if (isHidden) timer = setInterval(() => postMessage(null), 1_000)
})
