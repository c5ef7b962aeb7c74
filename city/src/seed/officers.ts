import type { Person } from '@minglu/department';
import { demoPerson, type PersonDraft } from './demo-person.ts';

type Row = readonly [id: string, name: string, birthDate: string, duties: readonly string[], note: string];

const registrar = ['registrar'];
const head = ['registrar', 'head'];
const administrator = ['administrator'];

/** By organisation. A bureau above the districts decides no case of this kind; it may set right what they decided (条例 42). */
const rows: Readonly<Record<string, readonly Row[]>> = {
  'market-regulation': [
    ['li', '李登记', '1985-01-09', registrar, '登记员'],
    ['zhou', '周审核', '1990-09-30', registrar, '登记员'],
    ['wu', '吴主任', '1972-06-18', administrator, '本机关管理员'],
    ['zheng', '郑局长', '1970-02-27', head, '登记机关负责人'],
  ],
  'xishan-market-regulation': [
    ['he', '何登记', '1987-03-14', registrar, '登记员'],
    ['gao', '高局长', '1971-10-05', head, '登记机关负责人'],
    ['jiang', '蒋管理', '1979-02-11', administrator, '本机关管理员'],
  ],
  'nanpu-market-regulation': [
    ['luo', '罗登记', '1992-05-21', registrar, '登记员'],
    ['song', '宋局长', '1973-12-11', head, '登记机关负责人'],
    ['qian', '钱管理', '1981-08-23', administrator, '本机关管理员'],
  ],
  'hewan-market-regulation': [
    ['xie', '谢登记', '1986-07-08', registrar, '登记员'],
    ['han', '韩局长', '1969-04-17', head, '登记机关负责人'],
    ['shi', '施管理', '1984-06-02', administrator, '本机关管理员'],
  ],
  'qiaotou-market-regulation': [
    ['tang', '唐登记', '1991-02-02', registrar, '登记员'],
    ['feng', '冯局长', '1974-08-23', head, '登记机关负责人'],
    ['kong', '孔管理', '1977-12-19', administrator, '本机关管理员'],
  ],
  'songping-market-regulation': [
    ['dong', '董登记', '1989-11-19', registrar, '登记员'],
    ['cheng', '程局长', '1972-01-30', head, '登记机关负责人'],
    ['ouyang', '欧阳管理', '1983-04-07', administrator, '本机关管理员'],
  ],
  'mingzhou-market-regulation': [
    ['sheng', '盛督查', '1978-05-06', registrar, '上级机关登记督查'],
    ['meng', '孟管理', '1980-10-28', administrator, '本机关管理员'],
  ],
  'anlan-market-regulation': [
    ['yan', '严督查', '1980-07-19', registrar, '上级机关登记督查'],
    ['ding', '丁管理', '1978-01-16', administrator, '本机关管理员'],
  ],
  tax: [
    ['ning', '宁税管', '1983-06-27', registrar, '税务人员：对简易注销提出异议'],
    ['ruan', '阮管理', '1986-09-12', administrator, '本机关管理员'],
  ],
  platform: [
    ['bai', '白安全', '1982-03-09', ['security-administrator'], '安全管理员：提出和确认权限规则'],
    ['ma', '马复核', '1979-11-27', ['security-administrator'], '安全管理员：提出和确认权限规则'],
    ['shen', '沈审计', '1976-08-15', ['auditor'], '审计管理员：查看审计记录'],
    ['lu', '陆系统', '1988-01-21', administrator, '系统管理员：登记机构、钥匙和服务'],
  ],
  // Last, so that nobody else's number changes.
  'public-security': [['jing', '景管理', '1982-11-03', administrator, '本机关管理员']],
  'province-market-regulation': [['qin', '秦管理', '1975-05-27', administrator, '本机关管理员']],
};

const departments = Object.keys(rows);

/** Who works at a department of the demonstration; nobody at one that has no counter. */
export function officersOf(department: string): Person[] {
  const first = 50 + 10 * departments.indexOf(department);
  return (rows[department] ?? []).map(([id, name, birthDate, duties, note], at) => {
    const draft: PersonDraft = { id, name, birthDate, identityLevel: 3, duties, note };
    return demoPerson(draft, first + at);
  });
}
