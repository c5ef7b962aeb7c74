import { Citizen } from '../actors/citizen.ts';
import { Officer } from '../actors/officer.ts';
import type { Stage } from '../actors/stage.ts';
import { CityError } from '../city-error.ts';

const SERVICE = 'individual-business';

/** What stands in the register on the first day, made through the same doors as everything after. */
const GRANTED = [
  { person: 'wang', operator: '王秀英', tradeName: '明州市东湖区秀英小吃店', scope: ['6210'], region: '990101' },
  { person: 'chen', operator: '陈建国', tradeName: '明州市西山区建国服装店', scope: ['5232'], region: '990102' },
  { person: 'wang', operator: '王秀英', tradeName: '明州市东湖区秀英修鞋铺', scope: ['8192'], region: '990101' },
  { person: 'chen', operator: '陈建国', tradeName: '明州市南浦区建国便利店', scope: ['5213'], region: '990103' },
  { person: 'chen', operator: '陈建国', tradeName: '明州市东湖区建国浴室', scope: ['8051'], region: '990101' },
] as const;

const PENDING = {
  person: 'zhao',
  operator: '赵小明',
  tradeName: '明州市东湖区小明书报亭',
  scope: ['5243'],
  region: '990101',
} as const;

/** Files a handful of applications: granted ones, one that waits for a person, one suspended afterwards. */
export async function seedCases(stage: Stage, said: (line: string) => void): Promise<void> {
  const numbers: string[] = [];
  for (const { person, ...application } of GRANTED) {
    const filed = await new Citizen(stage, person).applyFor({ service: SERVICE, ...application });
    if (filed.licence === undefined) throw new CityError('seeding-refused', { case: numbers.length });
    numbers.push(filed.licence);
    said(`核发 issued ${filed.licence} ${application.tradeName}`);
  }
  const { person, ...waiting } = PENDING;
  await new Citizen(stage, person).applyFor({ service: SERVICE, ...waiting });
  said('一件待办 one case waits for a person');
  const last = numbers.at(-1);
  if (last !== undefined) await new Officer(stage, 'li', 'market-regulation').suspend(last, 'premises-unsafe');
  said(`停业 suspended ${last}`);
}
