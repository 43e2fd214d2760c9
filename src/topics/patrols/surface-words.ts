import type { Phrase } from '../../ui/words'

/** How the surface of idleness is reckoned; told where it is shown. */
export const SURFACE_HOW: Phrase = {
  zh: '250 m 网格，距上次有单元经过；要求 3 小时一次（设置）。色阶同上：50、100、200 %；斜线为记录内无人经过。记录：近 24 小时到访与打开后的轨迹。全省视图中格子小于一个像素：放大到区县（10 级起）查看。',
  en: 'Cells of 250 m, since a unit last passed; asked for every 3 h (a setting). Classes as above: 50, 100, 200 %; hatched: nobody on record. The record: visits of 24 h and positions since it was switched on. A cell is smaller than a pixel on the whole province: zoom in to a county (from 10 on).',
}
