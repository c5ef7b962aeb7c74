import type { Person } from '@minglu/department';
import { officersOf } from './officers.ts';
import { citizens } from './people.ts';
import type { RegionCode } from './regions.ts';
import { registrationFiles } from './registration-files.ts';
import { taxFiles } from './tax-files.ts';

/** The chain's name, which is its log's origin. */
export const CHAIN = 'minglu.example/city';

export const CITY_NAME = '云岭省（演示）';

/** Governments at each level, a higher one before those under it. Every organisation's name says that it is invented. */
export const GOVERNMENTS = [
  { id: 'yunling', name: '云岭省人民政府（演示）' },
  { id: 'mingzhou', name: '明州市人民政府（演示）', parent: 'yunling' },
  { id: 'donghu', name: '东湖区人民政府（演示）', parent: 'mingzhou' },
  { id: 'xishan', name: '西山区人民政府（演示）', parent: 'mingzhou' },
  { id: 'nanpu', name: '南浦区人民政府（演示）', parent: 'mingzhou' },
  { id: 'anlan', name: '安澜市人民政府（演示）', parent: 'yunling' },
  { id: 'hewan', name: '河湾区人民政府（演示）', parent: 'anlan' },
  { id: 'qiaotou', name: '桥头区人民政府（演示）', parent: 'anlan' },
  { id: 'songping', name: '松坪县人民政府（演示）', parent: 'anlan' },
] as const;

export type DepartmentId =
  | 'public-security'
  | 'province-market-regulation'
  | 'mingzhou-market-regulation'
  | 'market-regulation'
  | 'xishan-market-regulation'
  | 'nanpu-market-regulation'
  | 'anlan-market-regulation'
  | 'hewan-market-regulation'
  | 'qiaotou-market-regulation'
  | 'songping-market-regulation'
  | 'tax'
  | 'platform';

export interface DemoDepartment {
  readonly id: DepartmentId;
  readonly name: string;
  /** The government it is a department of, which hears reconsideration of what it decides (行政复议法 24). */
  readonly parent: (typeof GOVERNMENTS)[number]['id'];
  /** 上级机关 in its own line, which may set right what it decided (市场主体登记管理条例 42). */
  readonly superior?: DepartmentId;
  /** The district whose 登记机关 it is (市场主体登记管理条例 5). */
  readonly office?: RegionCode;
  seed(nowMs: number): Person[];
}

type Place = readonly [
  id: DepartmentId,
  name: string,
  parent: DemoDepartment['parent'],
  superior?: DepartmentId,
  office?: RegionCode,
];

const PROVINCE = 'province-market-regulation';
const MINGZHOU = 'mingzhou-market-regulation';
const ANLAN = 'anlan-market-regulation';

const market: readonly Place[] = [
  ['province-market-regulation', '云岭省市场监督管理局（演示）', 'yunling'],
  ['mingzhou-market-regulation', '明州市市场监督管理局（演示）', 'mingzhou', PROVINCE],
  ['market-regulation', '东湖区市场监督管理局（演示）', 'donghu', MINGZHOU, '990101'],
  ['xishan-market-regulation', '西山区市场监督管理局（演示）', 'xishan', MINGZHOU, '990102'],
  ['nanpu-market-regulation', '南浦区市场监督管理局（演示）', 'nanpu', MINGZHOU, '990103'],
  ['anlan-market-regulation', '安澜市市场监督管理局（演示）', 'anlan', PROVINCE],
  ['hewan-market-regulation', '河湾区市场监督管理局（演示）', 'hewan', ANLAN, '990201'],
  ['qiaotou-market-regulation', '桥头区市场监督管理局（演示）', 'qiaotou', ANLAN, '990202'],
  ['songping-market-regulation', '松坪县市场监督管理局（演示）', 'songping', ANLAN, '990203'],
];

export const DEPARTMENTS: readonly DemoDepartment[] = [
  {
    id: 'public-security',
    name: '云岭省公安厅（演示）',
    parent: 'yunling',
    seed: (nowMs) => [...citizens(nowMs), ...officersOf('public-security')],
  },
  ...market.map(([id, name, parent, superior, office]) => ({
    ...{ id, name, parent, seed: (nowMs: number) => seedOf(id, nowMs) },
    ...(superior === undefined ? {} : { superior }),
    ...(office === undefined ? {} : { office }),
  })),
  {
    ...{ id: 'tax', name: '云岭省税务局（演示）', parent: 'yunling' },
    seed: (nowMs) => [...taxFiles(citizens(nowMs)), ...officersOf('tax')],
  },
];

/**
 * 三员 of the platform (系统、安全、审计管理员): they have a door and keys as people of a department have, and decide on nobody's
 * case. Their organisation is there before any other, so that it is not founded with them.
 */
export const PLATFORM_OFFICE: DemoDepartment = {
  id: 'platform',
  name: '云岭省政务服务平台管理办公室（演示）',
  parent: 'yunling',
  seed: () => officersOf('platform'),
};

/** Everybody with a door of their own. */
export const COUNTERS: readonly DemoDepartment[] = [...DEPARTMENTS, PLATFORM_OFFICE];

/** Who attests besides in matters about a licence: 清税证明 (实施细则 46). */
export const MATTER_ATTESTERS: readonly DepartmentId[] = ['tax'];

/** Who attests facts about an applicant of 个体工商户设立登记. */
export const ATTESTERS: readonly DepartmentId[] = ['public-security', 'province-market-regulation'];

/** The province decides nothing of this kind; it has files. */
function seedOf(id: DepartmentId, nowMs: number): Person[] {
  const files = id === PROVINCE ? registrationFiles(citizens(nowMs), nowMs) : [];
  return [...files, ...officersOf(id)];
}

/** 登记机关 by district, in the order of the districts' codes. */
export const OFFICES = DEPARTMENTS.flatMap(({ id, office }) =>
  office === undefined ? [] : [{ region: office, organ: id }],
);

/** The province keeps the service; the districts' offices decide. */
export const PLACE_OF_REGISTRATION = {
  organ: 'province-market-regulation',
  attesters: ATTESTERS,
  matterAttesters: MATTER_ATTESTERS,
  offices: OFFICES,
};

/** Departments as processes: a city's bureau serves its districts' ones, each with its own folder, keys and door. */
export const PROCESSES: readonly {
  readonly name: string;
  readonly departments: readonly [DepartmentId, ...DepartmentId[]];
}[] = [
  { name: 'public-security', departments: ['public-security'] },
  { name: 'province', departments: ['province-market-regulation', 'platform'] },
  { name: 'tax', departments: ['tax'] },
  {
    name: 'mingzhou',
    departments: [
      'mingzhou-market-regulation',
      'market-regulation',
      'xishan-market-regulation',
      'nanpu-market-regulation',
    ],
  },
  {
    name: 'anlan',
    departments: [
      'anlan-market-regulation',
      'hewan-market-regulation',
      'qiaotou-market-regulation',
      'songping-market-regulation',
    ],
  },
];

export const WITNESSES = [
  { door: 'witness-1', name: 'witness-1.minglu.example' },
  { door: 'witness-2', name: 'witness-2.minglu.example' },
] as const;
