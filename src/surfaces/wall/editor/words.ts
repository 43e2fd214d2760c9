import type { Phrase } from '../../../ui/words'
import type { SceneLayout } from '../../../view/wall-script'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const WORDS = phrases({
  title: { zh: '编排大屏', en: 'Scenes of the wall' },
  scenes: { zh: '场景', en: 'Scenes' },
  keys: {
    zh: '↑ ↓ 选择，Alt ↑ ↓ 移动，Delete 删除，Ctrl Z 撤销，Ctrl Y 重做',
    en: '↑ ↓ choose, Alt ↑ ↓ move, Delete removes, Ctrl Z takes back, Ctrl Y brings back',
  },
  addCurrent: { zh: '加入值班席当前视图', en: "Add the desk's present view" },
  newScene: { zh: '新场景', en: 'New scene' },
  up: { zh: '上移', en: 'Up' },
  down: { zh: '下移', en: 'Down' },
  remove: { zh: '删除', en: 'Remove' },
  scene: { zh: '此场景', en: 'This scene' },
  name: { zh: '名称', en: 'Name' },
  link: { zh: '值班席链接', en: 'Link of the desk' },
  dwell: { zh: '停留（秒）', en: 'Stays (s)' },
  layout: { zh: '版面', en: 'Layout' },
  figures: { zh: '数字，按所选先后', en: 'Figures, in the order chosen' },
  wall: { zh: '屏', en: 'The wall' },
  scriptName: { zh: '脚本名称', en: 'Name of the script' },
  widthM: { zh: '屏宽（米）', en: 'Width (m)' },
  seatM: { zh: '最远座位（米）', en: 'Farthest seat (m)' },
  displays: { zh: '拼接（列 x 行）', en: 'Displays (cols x rows)' },
  pixels: { zh: '像素（宽 x 高）', en: 'Pixels (across x down)' },
  takeOver: { zh: '一条告警占屏（秒）', en: 'An alarm holds it (s)' },
  type: { zh: '字号', en: 'Type' },
  body: { zh: '正文', en: 'body' },
  critical: { zh: '关键', en: 'critical' },
  room: { zh: '可放数字', en: 'room for figures' },
  preview: { zh: '预览', en: 'Preview' },
  behind: { zh: '不是现在这一版：', en: 'Not as it is now:' },
  behindHow: {
    zh: '所编有误，预览仍是上一次有效的脚本。场景：',
    en: 'what is arranged has a fault, so this is the last script without one. Scene:',
  },
  import: { zh: '导入…', en: 'Import…' },
  export: { zh: '导出 JSON', en: 'Export JSON' },
  undo: { zh: '撤销', en: 'Undo' },
  save: { zh: '存到本机', en: 'Keep on this machine' },
  saved: { zh: '已存到本机，/wall 即按此播放', en: 'Kept; /wall on this machine plays it' },
  forget: { zh: '改用 wall.json', en: 'Use wall.json instead' },
  forgotten: {
    zh: '本机脚本已移除，/wall 播放 wall.json 或默认脚本',
    en: 'Removed; /wall plays wall.json or the default',
  },
  notSaved: { zh: '浏览器不让保存，请导出', en: 'The browser keeps nothing: export it' },
  unkept: {
    zh: '尚未存到本机：离开此页时草稿保留，关闭或刷新浏览器则丢失',
    en: 'Not kept yet: the draft stays while you look elsewhere, and is lost when the browser is closed or reloaded',
  },
  unreadable: {
    zh: '从最远座位看不清，不能保存：',
    en: 'Cannot be read from its farthest seat, not kept:',
  },
  faults: { zh: '有误，不能保存或导出：', en: 'Wrong, cannot be kept or exported:' },
  importFaults: {
    zh: '导入的文件有误，未采用：',
    en: 'The imported file is wrong and was not taken:',
  },
  where: {
    zh: '要给别的大屏用：导出，放到产品目录下的 wall.json，或用 ?script=路径 指定。',
    en: 'For other walls: export it and put it beside the product as wall.json, or name it with ?script=path.',
  },
})

export const LAYOUT: Record<SceneLayout, Phrase> = {
  'map-figures': { zh: '地图与数字', en: 'map and figures' },
  map: { zh: '只有地图', en: 'map alone' },
  figures: { zh: '只有数字', en: 'figures alone' },
}
