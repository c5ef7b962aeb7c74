import { type DepartmentId, OFFICES } from '../seed/organisations.ts';
import { citizens } from '../seed/people.ts';
import { REGIONS } from '../seed/regions.ts';
import { townspeople } from '../seed/townspeople.ts';
import type { YearRandom } from './year-random.ts';

/** What 公安厅 would state of somebody. */
interface Applicant {
  readonly name: string;
  readonly idNumber: string;
  readonly identityLevel: number;
  readonly isAdult: boolean;
  /** A title or a lease is on file at the province. */
  readonly hasPremises: boolean;
}

export interface YearApplication {
  readonly person: Applicant;
  readonly office: DepartmentId;
  readonly operator: string;
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly manual: boolean;
  readonly premises: string;
}

/** Trades as people open them: the class (GB/T 4754) and what the shop is called. */
const TRADES: readonly (readonly [code: string, word: string])[] = [
  ['5213', '便利店'],
  ['5223', '水果店'],
  ['5232', '服装店'],
  ['5233', '鞋店'],
  ['5236', '眼镜店'],
  ['5239', '花店'],
  ['5241', '文具店'],
  ['5243', '书店'],
  ['5272', '家电商行'],
  ['5281', '五金店'],
  ['5283', '家具店'],
  ['5292', '网店'],
  ['6210', '饭店'],
  ['6220', '快餐店'],
  ['6231', '茶馆'],
  ['6232', '咖啡馆'],
  ['6239', '奶茶店'],
  ['6291', '面馆'],
  ['7293', '打印店'],
  ['8010', '家政服务部'],
  ['8030', '洗衣店'],
  ['8040', '理发店'],
  ['8060', '照相馆'],
  ['8111', '修车铺'],
  ['8122', '手机维修店'],
  ['8192', '修鞋铺'],
  ['8211', '保洁服务部'],
  ['8930', '健身馆'],
];
/** Another organ approves first, so a person looks. */
const APPROVED_FIRST = ['5265', '6020', '7271', '8391'];
const STREETS = ['示范路', '演示街', '样例巷', '试行大道'];
const WORDS = [...'春和景明清风朗月福满堂前燕归来时花开富贵长安永乐金玉同心兴隆茂盛祥云瑞雪丰登'];

/** Of those the demonstration introduces: whose age does not move with the day the city is started on. */
const INTRODUCED = new Set(['wang', 'chen', 'zhao']);
const introduced = citizens(0).filter(({ id }) => INTRODUCED.has(id));
/** The introduced stand first, among those who run several shops: whoever looks for them finds a year of theirs. */
const people: readonly Applicant[] = [...introduced, ...townspeople()].map((person, at) => {
  const { name, idNumber, identityLevel, birthDate } = person;
  return { name, idNumber, identityLevel, isAdult: birthDate < '2007', hasPremises: at % 23 !== 22 };
});
/** Those who run several shops: larger than most, as far as an individual business can be. */
export const ENTERPRISES = 50;

export function makeApplication(random: YearRandom): YearApplication {
  const isEnterprise = random.percent(40);
  const person = isEnterprise ? people[random.below(ENTERPRISES)] : random.pick(people);
  const office = random.pick(OFFICES);
  if (person === undefined) throw new RangeError('there are fewer people than enterprises');
  const [first = '', word = ''] = random.pick(TRADES);
  const more = Array.from({ length: isEnterprise ? random.between(2, 10) : random.below(2) }, () => {
    return random.pick(TRADES)[0];
  });
  const approved = random.percent(5) ? [random.pick(APPROVED_FIRST)] : [];
  return {
    person,
    office: office.organ,
    region: office.region,
    operator: person.name,
    tradeName: nameIn(office.region, word, random),
    scope: [...new Set([first, ...more, ...approved])],
    manual: random.percent(12),
    premises: `${random.pick(STREETS)}${random.between(1, 300)}号`,
  };
}

/** A name as the bureau's own rules have it: place, fancy name, trade. Every fiftieth has a word that needs a person. */
export function nameIn(region: string, trade: string, random: YearRandom): string {
  const city = REGIONS.find(({ code }) => code === `${region.slice(0, 4)}00`)?.name ?? '';
  const district = REGIONS.find(({ code }) => code === region)?.name ?? '';
  const fancy = Array.from({ length: random.between(2, 3) }, () => random.pick(WORDS)).join('');
  return `${city}${district}${random.percent(2) ? '国际' : ''}${fancy}${trade}`;
}

export function pickTrade(random: YearRandom): string {
  return random.pick(TRADES)[0];
}
