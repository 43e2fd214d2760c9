// A worker of its own for one timer: browsers slow the timers of hidden pages to one a minute, those of workers not.
setInterval(() => postMessage(null), 1_000)
