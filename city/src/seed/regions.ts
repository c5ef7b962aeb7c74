/** A division of the demonstration. GB/T 2260 ends at 82: nobody has a code that begins with 99. */
export interface DemoRegion {
  readonly code: string;
  readonly name: string;
  readonly english: string;
}

/** One province, two cities, six districts, all invented; a division before those inside it. */
export const REGIONS = [
  { code: '990000', name: '云岭省', english: 'Yunling Province' },
  { code: '990100', name: '明州市', english: 'Mingzhou' },
  { code: '990101', name: '东湖区', english: 'Donghu District' },
  { code: '990102', name: '西山区', english: 'Xishan District' },
  { code: '990103', name: '南浦区', english: 'Nanpu District' },
  { code: '990200', name: '安澜市', english: 'Anlan' },
  { code: '990201', name: '河湾区', english: 'Hewan District' },
  { code: '990202', name: '桥头区', english: 'Qiaotou District' },
  { code: '990203', name: '松坪县', english: 'Songping County' },
] as const satisfies readonly DemoRegion[];

export type RegionCode = (typeof REGIONS)[number]['code'];
