// @ts-nocheck: run once by hand; nothing imports it
/**
 * Seats of the 88 counties: code, Chinese and English short name, position. A number is the GeoNames id whose
 * position is taken; where GeoNames has no seat there, degrees and minutes as encyclopaedias print them (to about 2 km).
 * `u` marks districts of a city, labelled late.
 */
export const SEATS = `
520102 南明 Nanming 106.72 26.57 u|520103 云岩 Yunyan 106.72 26.61 u|520111 花溪 Huaxi 106.67 26.42 u
520112 乌当 Wudang 106.76 26.63 u|520113 白云 Baiyun 106.63 26.68 u|520115 观山湖 Guanshanhu 12492648 u
520121 开阳 Kaiyang 106.97 27.06|520122 息烽 Xifeng 106.73 27.10|520123 修文 Xiuwen 106.60 26.84|520181 清镇 Qingzhen 106.47 26.56
520201 钟山 Zhongshan 8533133 u|520203 六枝 Liuzhi 105.47 26.21|520204 水城 Shuicheng 104.95 26.54 u|520281 盘州 Panzhou 104.47 25.71
520302 红花岗 Honghuagang 106.92 27.65 u|520303 汇川 Huichuan 106.92 27.75 u|520304 播州 Bozhou 106.83 27.54 u|520322 桐梓 Tongzi 1792516
520323 绥阳 Suiyang 107.19 27.95|520324 正安 Zheng'an 1811183|520325 道真 Daozhen 1785578|520326 务川 Wuchuan 1811797
520327 凤冈 Fenggang 107.72 27.96|520328 湄潭 Meitan 107.48 27.77|520329 余庆 Yuqing 107.89 27.22|520330 习水 Xishui 1812486
520381 赤水 Chishui 105.70 28.59|520382 仁怀 Renhuai 11608592
520402 西秀 Xixiu 1817968 u|520403 平坝 Pingba 106.26 26.41|520422 普定 Puding 105.74 26.31|520423 镇宁 Zhenning 105.77 26.06
520424 关岭 Guanling 105.62 25.94|520425 紫云 Ziyun 106.08 25.75
520502 七星关 Qixingguan 1816373 u|520521 大方 Dafang 105.61 27.14|520523 金沙 Jinsha 106.22 27.46|520524 织金 Zhijin 1784520
520525 纳雍 Nayong 105.38 26.77|520526 威宁 Weining 104.28 26.86|520527 赫章 Hezhang 1808195|520581 黔西 Qianxi 106.03 27.02
520602 碧江 Bijiang 1792592 u|520603 万山 Wanshan 1791769|520621 江口 Jiangkou 108.84 27.70|520622 玉屏 Yuping 108.92 27.24
520623 石阡 Shiqian 1795058|520624 思南 Sinan 108.25 27.94|520625 印江 Yinjiang 1786526|520626 德江 Dejiang 1550506
520627 沿河 Yanhe 1808346|520628 松桃 Songtao 1803829
522301 兴义 Xingyi 1807566|522302 兴仁 Xingren 105.19 25.43|522323 普安 Pu'an 104.95 25.78|522324 晴隆 Qinglong 105.22 25.83
522325 贞丰 Zhenfeng 105.65 25.39|522326 望谟 Wangmo 106.10 25.18|522327 册亨 Ceheng 105.81 24.98|522328 安龙 Anlong 105.47 25.10
522601 凯里 Kaili 1804866|522622 黄平 Huangping 107.90 26.90|522623 施秉 Shibing 108.12 27.03|522624 三穗 Sansui 108.68 26.95
522625 镇远 Zhenyuan 108.42 27.05|522626 岑巩 Cengong 108.82 27.17|522627 天柱 Tianzhu 109.21 26.91|522628 锦屏 Jinping 1796773
522629 剑河 Jianhe 108.44 26.73|522630 台江 Taijiang 108.32 26.67|522631 黎平 Liping 1813033|522632 榕江 Rongjiang 108.52 25.93
522633 从江 Congjiang 108.90 25.75|522634 雷山 Leishan 108.08 26.38|522635 麻江 Majiang 107.59 26.49|522636 丹寨 Danzhai 107.80 26.20
522701 都匀 Duyun 1811764|522702 福泉 Fuquan 107.51 26.70|522722 荔波 Libo 107.88 25.42|522723 贵定 Guiding 107.23 26.58
522725 瓮安 Weng'an 107.48 27.07|522726 独山 Dushan 1811794|522727 平塘 Pingtang 107.32 25.83|522728 罗甸 Luodian 106.75 25.43
522729 长顺 Changshun 106.45 26.02|522730 龙里 Longli 106.97 26.45|522731 惠水 Huishui 106.66 26.13|522732 三都 Sandu 107.87 25.98
`

/** Names of the nine prefectures at their seats: GeoNames ids. */
export const PREFECTURES = `
520100 贵阳 Guiyang 1809461|520200 六盘水 Liupanshui 8533133|520300 遵义 Zunyi 1783621|520400 安顺 Anshun 1817968|520500 毕节 Bijie 1816373
520600 铜仁 Tongren 1792592|522300 黔西南 Qianxinan 1807566|522600 黔东南 Qiandongnan 1804866|522700 黔南 Qiannan 1811764
`

/** Neighbouring provinces, named where the map of the province leaves room. */
export const NEIGHBOURS = `
50 重庆 Chongqing 107.35 29.62|51 四川 Sichuan 104.6 28.3|53 云南 Yunnan 103.55 25.9|45 广西 Guangxi 107.35 24.55|43 湖南 Hunan 110.15 27.3
`

/**
 * @param {string} table
 * @param {Map<number, number[]>} geonames position by id
 */
export function readNames(table, geonames) {
  return table
    .trim()
    .split(/[\n|]/)
    .map((row) => {
      const [code, zh, en, a, ...rest] = row.trim().split(' ')
      const byId = !a.includes('.')
      const position = byId ? geonames.get(Number(a)) : [Number(a), Number(rest[0])]
      if (!position) throw new Error(`no position for ${row}`)
      return { code, zh, en, position, late: rest.at(-1) === 'u' }
    })
}
