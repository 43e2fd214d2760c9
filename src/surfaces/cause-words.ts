import type { Cause } from '../api/reading'
import type { Phrase } from '../ui/words'

export interface CauseWords {
  /** What happened. */
  readonly what: Phrase
  /** What to do about it. */
  readonly todo: Phrase
}

const OWNER = { zh: '请联系数据源维护单位。', en: 'Call the owner of the source.' }
const NETWORK = {
  zh: '请检查本机网络与网关。',
  en: "Check this machine's network and the gateway.",
}

const CAUSE_WORDS: Record<Cause, CauseWords> = {
  timeout: { what: { zh: '应答超时', en: 'timed out' }, todo: NETWORK },
  network: { what: { zh: '无法连接', en: 'cannot be reached' }, todo: NETWORK },
  http: { what: { zh: '服务器报错', en: 'server error' }, todo: OWNER },
  auth: {
    what: { zh: '无权访问', en: 'not authorised' },
    todo: { zh: '请重新登录，或申请权限。', en: 'Sign in again, or ask for the right.' },
  },
  'content-type': { what: { zh: '内容类型不符', en: 'wrong content type' }, todo: OWNER },
  'login-page': {
    what: { zh: '返回了登录页', en: 'answered with a login page' },
    todo: { zh: '请重新登录网关。', en: 'Sign in to the gateway again.' },
  },
  encoding: {
    what: { zh: '不是 UTF-8 编码（可能是 GBK）', en: 'not UTF-8 (perhaps GBK)' },
    todo: OWNER,
  },
  'too-long': { what: { zh: '应答过长', en: 'answer too long' }, todo: OWNER },
  json: { what: { zh: '不是有效的 JSON', en: 'not valid JSON' }, todo: OWNER },
  envelope: { what: { zh: '信封字段缺失或有误', en: 'envelope missing or wrong' }, todo: OWNER },
  schema: { what: { zh: '数据版本不符', en: 'wrong schema version' }, todo: OWNER },
  crs: { what: { zh: '未声明坐标系', en: 'coordinate system missing' }, todo: OWNER },
  'too-many-rejected': {
    what: { zh: '超过两成记录不合格', en: 'over a fifth of the records set aside' },
    todo: OWNER,
  },
  clock: {
    what: { zh: '源时钟可疑', en: 'source clock suspect' },
    todo: { zh: '请核对数据源的时间。', en: 'Check the time of the source.' },
  },
}

export function causeWords(cause: Cause): CauseWords {
  return CAUSE_WORDS[cause]
}
