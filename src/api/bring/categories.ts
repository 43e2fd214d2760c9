import { INCIDENT_CATEGORIES, type IncidentCategory } from '../../domain/incident'

/** Words of sources, in the order in which they are tried: the first that a text contains decides. */
const WORDS: readonly (readonly [IncidentCategory, RegExp])[] = [
  ['traffic', /traffic|vehicle collision|accident|driving|交通|车祸/i],
  ['burglary', /burglar|入室|入户/i],
  ['fraud', /fraud|scam|诈骗|电诈/i],
  ['theft', /theft|larceny|steal|shoplift|robbery|盗|窃|扒/i],
  ['assault', /assault|violence|violent|weapon|殴打|伤害|打架/i],
  ['fire', /fire|火警|火灾/i],
  ['medical', /medical|ambulance|ems|救护|急救/i],
  ['missing', /missing|runaway|走失|失踪/i],
  ['rescue', /rescue|trapped|救援/i],
  ['hazard', /hazard|gas leak|chemical|危险|泄漏/i],
  ['dispute', /dispute|domestic|civil|纠纷/i],
  ['disturbance', /disturb|noise|anti-social|public order|peace|扰|噪/i],
  // A call to 911 that is checked upon is a call.
  ['patrol-check', /(?<!911 )check|patrol|巡/i],
  ['help', /assist|help|求助/i],
]

/** The product's own word, the source's where it is one of ours, else by what it contains; index into the vocabulary. */
export function categoryCode(text: string): number {
  const own = INCIDENT_CATEGORIES.indexOf(text as IncidentCategory)
  if (own >= 0) return own
  const found = WORDS.find(([, words]) => words.test(text))?.[0] ?? 'other'
  return INCIDENT_CATEGORIES.indexOf(found)
}
