import { idNumberCheck, type Person } from '@minglu/department';

interface PersonDraft {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly identityLevel: 1 | 2 | 3;
  readonly duties?: readonly string[];
  readonly note: string;
}

/** A division code nobody has (GB/T 2260 ends at 82): an invented number must be no living person's. */
const NO_REGION = '990101';

function person(draft: PersonDraft, serial: number): Person {
  const { id, name, birthDate, identityLevel, duties = [], note } = draft;
  const first17 = `${NO_REGION}${birthDate.replaceAll('-', '')}${String(900 + serial)}`;
  const phone = `1990000${String(1000 + serial)}`;
  return { id, name, idNumber: first17 + idNumberCheck(first17), birthDate, identityLevel, phone, duties, note };
}

/** The day on which somebody `years` and `months` old at `nowMs` was born, so that the one under age stays so for a while. */
function bornAgo(nowMs: number, years: number, months: number): string {
  const day = new Date(nowMs);
  const born = new Date(Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth() - months, 15));
  return born.toISOString().slice(0, 10);
}

/** Whom 公安局 (演示) knows: everybody here is invented. */
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
  return drafts.map(person);
}

/** Who works at 市场监督管理局 (演示). */
export function officers(): Person[] {
  const drafts: PersonDraft[] = [
    { id: 'li', name: '李登记', birthDate: '1985-01-09', identityLevel: 3, duties: ['registrar'], note: '登记员' },
    { id: 'zhou', name: '周审核', birthDate: '1990-09-30', identityLevel: 3, duties: ['registrar'], note: '登记员' },
    {
      id: 'wu',
      name: '吴主任',
      birthDate: '1972-06-18',
      identityLevel: 3,
      duties: ['administrator'],
      note: '本机关管理员',
    },
    {
      id: 'zheng',
      name: '郑局长',
      birthDate: '1970-02-27',
      identityLevel: 3,
      duties: ['registrar', 'head'],
      note: '登记机关负责人',
    },
  ];
  return drafts.map((draft, at) => person(draft, 50 + at));
}
