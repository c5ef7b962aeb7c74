import type { Person } from '@minglu/department';
import type { Door } from '../setup/choose-ports.ts';
import { citizens, officers } from './people.ts';

/** The chain's name, which is its log's origin. */
export const CHAIN = 'minglu.example/city';

export const CITY_NAME = '明州市（演示）';

/** 明州 is nowhere: every organisation of the demonstration says in its name that it is one. */
export const GOVERNMENT = { id: 'mingzhou', name: '明州市人民政府（演示）' } as const;

export interface DemoDepartment {
  readonly id: Extract<Door, 'public-security' | 'market-regulation'>;
  readonly name: string;
  seed(nowMs: number): Person[];
}

export const DEPARTMENTS: readonly DemoDepartment[] = [
  { id: 'public-security', name: '明州市公安局（演示）', seed: citizens },
  { id: 'market-regulation', name: '明州市市场监督管理局（演示）', seed: officers },
];

export const WITNESSES = [
  { door: 'witness-1', name: 'witness-1.minglu.example' },
  { door: 'witness-2', name: 'witness-2.minglu.example' },
] as const satisfies readonly { door: Door; name: string }[];
