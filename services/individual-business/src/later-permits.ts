import type { Article } from '@minglu/service-kit';
import type { LaterPermit } from './scope-item.ts';

/** A permit or filing that follows the licence, who gives it, and where it is written. */
export interface FollowingPermit {
  readonly item: string;
  readonly authority: string;
  readonly article: Article;
  /** Beginnings of the codes of 小类 that need it. */
  readonly starts: readonly string[];
}

/** By the 行政许可事项清单 as it is remembered; only 食品安全法 and 道路运输条例 were at hand to be read. A region's own list prevails. */
export const laterPermits: Readonly<Record<LaterPermit, FollowingPermit>> = {
  food: {
    item: '食品经营许可（只卖预包装食品的，备案）',
    authority: '县级以上地方市场监督管理部门',
    article: { law: '食品安全法', article: '第三十五条' },
    starts: words('5121 5122 5124 5125 5126 5127 5129 5212 5213 5221 5222 5224 5225 5226 5229 5294 62 6140'),
  },
  'food-production': {
    item: '食品生产许可（小作坊按省的规定）',
    authority: '县级以上地方市场监督管理部门',
    article: { law: '食品安全法', article: '第三十五条' },
    starts: words('131 133 134 1353 136 137 139 14 15'),
  },
  medicine: {
    item: '药品经营许可、医疗器械经营许可或者备案',
    authority: '县级以上地方药品监督管理部门',
    article: { law: '药品管理法', article: '第五十一条' },
    starts: words('5154 5251 5252 5254'),
  },
  tobacco: {
    item: '烟草专卖零售许可证核发',
    authority: '县级以上烟草专卖行政主管部门',
    article: { law: '烟草专卖法', article: '第十六条' },
    starts: words('5227'),
  },
  hygiene: {
    item: '公共场所卫生许可',
    authority: '县级以上地方疾病预防控制主管部门',
    article: { law: '公共场所卫生管理条例', article: '第四条' },
    starts: words('8040 8051'),
  },
  lodging: {
    item: '旅馆业特种行业许可证核发、公共场所卫生许可',
    authority: '县级公安机关、县级以上地方疾病预防控制主管部门',
    article: { law: '旅馆业治安管理办法', article: '第四条' },
    starts: words('6110 6121 6129 6130 6190'),
  },
  'road-freight': {
    item: '道路货物运输经营许可',
    authority: '县级人民政府交通运输主管部门',
    article: { law: '道路运输条例', article: '第二十四条' },
    starts: words('5431 5432 5433 5434 5437 5438 5439'),
  },
  entertainment: {
    item: '娱乐场所经营活动审批',
    authority: '县级人民政府文化主管部门',
    article: { law: '娱乐场所管理条例', article: '第九条' },
    starts: words('9011 9012'),
  },
  publications: {
    item: '出版物零售单位和个体工商户设立审批',
    authority: '县级人民政府出版行政主管部门',
    article: { law: '出版管理条例', article: '第三十五条' },
    starts: words('5243 5244'),
  },
  gas: {
    item: '燃气经营许可',
    authority: '县级以上地方人民政府燃气管理部门',
    article: { law: '城镇燃气管理条例', article: '第十五条' },
    starts: words('5266 5296'),
  },
  'animal-clinic': {
    item: '动物诊疗许可',
    authority: '县级以上地方人民政府农业农村主管部门',
    article: { law: '动物防疫法', article: '第六十一条' },
    starts: words('7493 8222'),
  },
  'animal-medicine': {
    item: '兽药经营许可',
    authority: '县级以上地方人民政府兽医行政管理部门',
    article: { law: '兽药管理条例', article: '第二十二条' },
    starts: words('5153 5253'),
  },
  pesticide: {
    item: '农药经营许可',
    authority: '县级以上地方人民政府农业主管部门',
    article: { law: '农药管理条例', article: '第二十四条' },
    starts: words('5167'),
  },
  'car-repair': {
    item: '机动车维修经营备案',
    authority: '县级人民政府交通运输主管部门',
    article: { law: '道路运输条例', article: '第三十九条第二款' },
    starts: words('8111 8112 8113'),
  },
  sports: {
    item: '经营高危险性体育项目许可（游泳、滑雪、潜水、攀岩）',
    authority: '县级以上地方人民政府体育主管部门',
    article: { law: '全民健身条例', article: '第三十二条' },
    starts: words('8930'),
  },
};

/** The permit that follows for a 小类; undefined where none is known to. */
export function findLaterPermit(code: string): LaterPermit | undefined {
  for (const permit of Object.keys(laterPermits) as LaterPermit[])
    if (laterPermits[permit].starts.some((start) => code.startsWith(start))) return permit;
  return undefined;
}

function words(text: string): string[] {
  return text.split(' ');
}
