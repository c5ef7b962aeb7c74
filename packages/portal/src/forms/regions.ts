export interface Region {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
  readonly english: string;
}

/** The districts of the demonstration's city (GB/T 2260). A real installation lists its own. */
export const regions: readonly Region[] = [
  { code: '110101', name: '东城区', english: 'Dongcheng' },
  { code: '110102', name: '西城区', english: 'Xicheng' },
  { code: '110105', name: '朝阳区', english: 'Chaoyang' },
  { code: '110106', name: '丰台区', english: 'Fengtai' },
  { code: '110107', name: '石景山区', english: 'Shijingshan' },
  { code: '110108', name: '海淀区', english: 'Haidian' },
  { code: '110109', name: '门头沟区', english: 'Mentougou' },
  { code: '110111', name: '房山区', english: 'Fangshan' },
  { code: '110112', name: '通州区', english: 'Tongzhou' },
  { code: '110113', name: '顺义区', english: 'Shunyi' },
  { code: '110114', name: '昌平区', english: 'Changping' },
  { code: '110115', name: '大兴区', english: 'Daxing' },
  { code: '110116', name: '怀柔区', english: 'Huairou' },
  { code: '110117', name: '平谷区', english: 'Pinggu' },
  { code: '110118', name: '密云区', english: 'Miyun' },
  { code: '110119', name: '延庆区', english: 'Yanqing' },
];

/** A region's name; a code that is not on the list stays a code. */
export function regionName(code: string, language: string): string {
  const region = regions.find((one) => one.code === code);
  if (region === undefined) return code;
  return language === 'en' ? region.english : region.name;
}
