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
    {
      id: 'qian',
      name: '钱守信',
      birthDate: '1983-02-08',
      identityLevel: 2,
      note: '虚假登记直接责任人，三年内：转由工作人员办理',
    },
    {
      id: 'zhou-lan',
      name: '周兰',
      birthDate: '1991-12-25',
      identityLevel: 2,
      note: '经营场所没有登记信息：转由工作人员办理',
    },
    {
      id: 'ho',
      name: '何嘉欣',
      birthDate: '1990-10-01',
      identityLevel: 2,
      residence: 'hong-kong-macau',
      note: '香港永久性居民中的中国公民',
    },
    { id: 'lin', name: '林台安', birthDate: '1986-06-06', identityLevel: 2, residence: 'taiwan', note: '台湾地区居民' },
    { id: 'novak', name: 'Eva Novak', birthDate: '1992-03-30', identityLevel: 2, residence: 'foreign', note: '外国人' },
    { id: 'xu', name: '许欠安', birthDate: '1984-09-09', identityLevel: 2, note: '税款未结清：注销时转由工作人员办理' },
  ];
  return [...drafts.map(demoPerson), ...townspeople()];
}
