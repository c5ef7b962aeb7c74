import type { Person } from '@minglu/department';
import { demoPerson, type PersonDraft } from './demo-person.ts';
import { townspeople } from './townspeople.ts';

/** The day on which somebody `years` and `months` old at `nowMs` was born, so that the one under age stays so for a while. */
function bornAgo(nowMs: number, years: number, months: number): string {
  const day = new Date(nowMs);
  const born = new Date(Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth() - months, 15));
  return born.toISOString().slice(0, 10);
}

/** Whom 公安厅 (演示) knows: everybody here is invented. */
export function citizens(nowMs: number): Person[] {
  const drafts: PersonDraft[] = [
    {
      id: 'wang',
      name: '王秀英',
      birthDate: '1988-04-12',
      identityLevel: 2,
      note: '成年，实名二级：条件齐备时当场准予',
    },
    { id: 'chen', name: '陈建国', birthDate: '1979-11-03', identityLevel: 2, note: '成年，实名二级' },
    {
      id: 'zhao',
      name: '赵小明',
      birthDate: '1995-07-21',
      identityLevel: 1,
      note: '成年，仅手机实名一级：转由工作人员办理',
    },
    {
      id: 'sun',
      name: '孙甜甜',
      birthDate: bornAgo(nowMs, 17, 3),
      identityLevel: 2,
      note: '17 周岁：转由工作人员办理',
    },
  ];
  return [...drafts.map(demoPerson), ...townspeople()];
}
