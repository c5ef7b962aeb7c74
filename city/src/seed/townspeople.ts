import { idNumberCheck, type Person } from '@minglu/department';
import { REGIONS } from './regions.ts';

/** With the four whom the demonstration introduces, two hundred. */
const COUNT = 196;
const SURNAMES = [...'林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏'];
const GIVEN = [...'云岚溪竹松雁荷舟禾晴朗宁安和悦欣然若清远山月星河棠梨枫桐夏秋'];
const DISTRICTS = REGIONS.filter(({ code }) => !code.endsWith('00'));

/** Invented people of the six districts, always the same: grown up, but for the last four. */
export function townspeople(): Person[] {
  return Array.from({ length: COUNT }, (_, at) => townsperson(at));
}

function townsperson(at: number): Person {
  const surname = SURNAMES[at % SURNAMES.length] ?? '';
  const first = GIVEN[(at * 7 + Math.trunc(at / SURNAMES.length)) % GIVEN.length] ?? '';
  const second = GIVEN[(at * 11 + 3 + Math.trunc(at / 30)) % GIVEN.length] ?? '';
  const isYoung = at >= COUNT - 4;
  const year = isYoung ? 2009 : yearOf(at);
  const birthDate = `${year}-${two(1 + ((at * 5) % 12))}-${two(1 + ((at * 3) % 28))}`;
  const { code, name: district } = DISTRICTS[at % DISTRICTS.length] ?? { code: '990101', name: '' };
  const first17 = `${code}${birthDate.replaceAll('-', '')}${String(100 + at)}`;
  const identityLevel = at % 19 === 18 ? 1 : 2;
  return {
    id: handleOf(at),
    name: surname + first + second,
    ...{ idNumber: first17 + idNumberCheck(first17), birthDate, identityLevel },
    phone: `1990001${String(1000 + at)}`,
    address: `${district}安宁里${1 + (at % 60)}号${101 + (at % 6)}室`,
    duties: [],
    ...(isYoung ? { kin: parentsOf(at) } : {}),
    note: isYoung ? `${district}，未成年` : `${district}，实名${identityLevel === 1 ? '一' : '二'}级`,
  };
}

function handleOf(at: number): string {
  return `p${String(at + 1).padStart(3, '0')}`;
}

function yearOf(at: number): number {
  return 1955 + ((at * 13) % 49);
}

/** Whoever has the surname and could be father or mother; a parent is guardian (民法典 27) and close relative (1045). */
function parentsOf(at: number): NonNullable<Person['kin']> {
  const namesakes = Array.from(
    { length: Math.trunc(at / SURNAMES.length) },
    (_, round) => at - (round + 1) * SURNAMES.length,
  );
  const parents = namesakes
    .filter((one) => yearOf(one) < 1986)
    .slice(0, 1)
    .map(handleOf);
  return { guardian: parents, 'close-relative': parents };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
