export const WORDS = {
  title: { zh: '数据源', en: 'Feeds' },
  walls: { zh: '大屏清单', en: 'Walls' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  feed: { zh: '数据源', en: 'Feed' },
  quality: { zh: '质量', en: 'Quality' },
  owner: { zh: '维护单位', en: 'Owner' },
  cadence: { zh: '约定周期', en: 'Cadence' },
  declared: { zh: '源声明', en: 'declared' },
  observed: { zh: '源时间', en: 'Source time' },
  age: { zh: '滞后', en: 'Lag' },
  items: { zh: '记录', en: 'Records' },
  complete: { zh: '完整率', en: 'Complete' },
  rejected: { zh: '搁置', en: 'Set aside' },
  samples: { zh: '搁置的记录：原因与样本', en: 'Records set aside: reason and sample' },
  unseen: { zh: '未列出', en: 'Not listed:' },
  personal: { zh: '已删个人字段', en: 'Personal fields dropped:' },
  crs: { zh: '坐标系', en: 'CRS' },
  cause: { zh: '原因与处置', en: 'Cause and remedy' },
  waiting: { zh: '尚无应答', en: 'no answer yet' },
  loading: { zh: '正在等待各数据源的首次应答', en: 'Waiting for the first answers' },
  allLost: { zh: '所有数据源均已中断。', en: 'Every feed is lost.' },
  allLostTodo: {
    zh: '多半是本机网络或网关的问题：请先检查网络，再联系平台维护单位。',
    en: "Most likely the network of this machine or the gateway: check it first, then call the platform's owner.",
  },
  terms: [
    [
      { zh: '质量', en: 'Quality' },
      {
        zh: '按三种龄期中最差的一种：传输（距上次有效应答）、内容（服务器时间减源时间）、记录（距约定心跳）。不超过一个周期加 1 秒为正常，超过 3 个周期为陈旧，超过 12 个周期且超过 60 秒为中断。',
        en: 'The worst of three ages: transport (since the last valid answer), content (server time less source time) and record (against its heartbeat). Up to one period plus 1 s is live, over 3 periods stale, over 12 periods and over 60 s lost.',
      },
    ],
    [
      { zh: '滞后', en: 'Lag' },
      {
        zh: '上述三种龄期中最差的一种。时刻均为源时间，东八区。',
        en: "The worst of those three ages. Times are the source's own, in UTC+8.",
      },
    ],
    [
      { zh: '完整率', en: 'Complete' },
      {
        zh: '采用的记录 / 收到的记录。不合格的记录搁置并计数，至多列出 20 条；超过两成即拒收整个应答，保留上一幅好画面。',
        en: 'Records taken / records sent. A bad record is set aside and counted, at most 20 are listed; over a fifth, and the whole answer is refused and the last good picture kept.',
      },
    ],
    [
      { zh: '个人字段', en: 'Personal fields' },
      {
        zh: '契约中没有的个人字段（姓名、证件、电话、车牌、人脸等）在入口删除，这里只计数。',
        en: 'Fields that identify a person (names, papers, telephones, plates, faces) are not in the contract: dropped at the door, counted here.',
      },
    ],
  ],
} as const
