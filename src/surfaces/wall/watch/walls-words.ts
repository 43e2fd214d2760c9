export const WORDS = {
  title: { zh: '大屏清单', en: 'Walls' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  loading: { zh: '正在读取大屏清单', en: 'Reading the list of walls' },
  none: { zh: '尚无大屏上报', en: 'No wall has told of itself yet' },
  noneWhy: {
    zh: '打开 /wall?wall=名称，半分钟内即出现在此。',
    en: 'Open /wall?wall=name: it stands here within half a minute.',
  },
  failed: { zh: '读不到大屏清单', en: 'The list of walls cannot be read' },
  asOf: { zh: '截至', en: 'as of' },
  all: { zh: '共', en: 'all' },
  speaking: { zh: '在报', en: 'speaking' },
  silent: { zh: '失联', en: 'silent' },
  troubled: { zh: '画面异常', en: 'picture in trouble' },
  wall: { zh: '大屏', en: 'Wall' },
  state: { zh: '上报', en: 'Heartbeat' },
  since: { zh: '自', en: 'since' },
  heard: { zh: '最近上报', en: 'Last heard' },
  pictureHead: { zh: '画面', en: 'Picture' },
  good: { zh: '完整', en: 'whole' },
  starting: { zh: '正在启动', en: 'starting' },
  stopped: { zh: '画面停止', en: 'stopped' },
  picture: {
    full: null,
    coarse: { zh: '已降分辨率', en: 'at half its resolution' },
    tables: { zh: '已退为表格', en: 'tables only' },
    unknown: { zh: '无地图', en: 'no map' },
  },
  scene: { zh: '画面脚本', en: 'Scene' },
  feeds: { zh: '数据源', en: 'Sources' },
  notLive: { zh: '源陈旧或中断', en: 'stale or lost' },
  version: { zh: '版本', en: 'Version' },
  up: { zh: '已运行', en: 'Up' },
  heap: { zh: '内存', en: 'Heap' },
  losses: { zh: '上下文丢失', en: 'Context losses' },
  recovered: { zh: '已恢复', en: 'recovered' },
  terms: [
    [
      { zh: '失联', en: 'Silent' },
      {
        zh: '大屏每 30 秒上报一次；连续三次未到（超过 90 秒）即为失联，自最近一次上报起算。时刻均为服务器时间，东八区。',
        en: 'A wall tells of itself every 30 s. Three missed (over 90 s) and it is silent, since the last one. Times are the server’s, in UTC+8.',
      },
    ],
    [
      { zh: '画面停止', en: 'Stopped' },
      {
        zh: '该屏自己发现画面不再更新（页面无响应、地图不再绘制或显卡上下文丢失），屏上亮起“画面停止”。',
        en: 'The wall itself has found that its picture no longer moves (page, map or graphics context), and says so on screen.',
      },
    ],
    [
      { zh: '正在启动、无地图', en: 'Starting, no map' },
      {
        zh: '页面打开未满 90 秒、尚未画出第一帧为正在启动；满 90 秒仍未画出则为无地图（显卡或 WebGL 不可用，或该场景只放数字）。',
        en: 'Starting: its page is under 90 s old and has drawn no frame yet. None after 90 s is no map: no graphics card or WebGL, or a scene of figures alone.',
      },
    ],
    [
      { zh: '已降分辨率、已退为表格', en: 'Half its resolution, tables only' },
      {
        zh: '十分钟内三次丢失显卡上下文，先降分辨率，再三次则改为表格。重新载入该页面即恢复。',
        en: 'Three losses of the graphics context within ten minutes halve the resolution; three more, and tables take the place of the map. Loading that page again restores it.',
      },
    ],
  ],
} as const
