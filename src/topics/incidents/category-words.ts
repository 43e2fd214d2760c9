import type { IncidentCategory } from '../../domain/incident'
import type { Phrase } from '../../ui/words'

export const CATEGORY: Record<IncidentCategory, Phrase> = {
  traffic: { zh: '交通事故', en: 'Traffic' },
  theft: { zh: '盗窃', en: 'Theft' },
  burglary: { zh: '入室盗窃', en: 'Burglary' },
  fraud: { zh: '诈骗', en: 'Fraud' },
  dispute: { zh: '纠纷', en: 'Dispute' },
  assault: { zh: '殴打伤害', en: 'Assault' },
  disturbance: { zh: '扰乱秩序', en: 'Disturbance' },
  fire: { zh: '火情', en: 'Fire' },
  medical: { zh: '医疗急救', en: 'Medical' },
  missing: { zh: '走失', en: 'Missing person' },
  rescue: { zh: '救援', en: 'Rescue' },
  hazard: { zh: '险情', en: 'Hazard' },
  help: { zh: '群众求助', en: 'Help' },
  'patrol-check': { zh: '巡逻盘查', en: 'Patrol check' },
  other: { zh: '其他', en: 'Other' },
  unknown: { zh: '类别不明', en: 'Unknown kind' },
}
