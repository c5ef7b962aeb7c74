import type { Article } from '@minglu/service-kit';

const REGULATION = '市场主体登记管理条例';
const RULES = '市场主体登记管理条例实施细则';
const PROMOTION = '促进个体工商户发展条例';

/** What this service rests on, cited as the texts count. */
export const articles = {
  /** 实名登记 */
  realName: { law: REGULATION, article: '第十五条' },
  /** 完全民事行为能力; 十六周岁以上以自己的劳动收入为主要生活来源的视为完全民事行为能力人 */
  capacity: { law: '民法典', article: '第十八条' },
  /** 有经营能力的公民; 港澳永久性居民中的中国公民、台湾地区居民按照国家有关规定 (第三十七条) */
  citizen: { law: PROMOTION, article: '第二条' },
  /** 因虚假登记被撤销的，直接责任人 3 年内不得再次申请 */
  noBar: { law: REGULATION, article: '第四十条第三款' },
  /** 组成形式；家庭经营的，家庭成员姓名备案 (第七条第一款第七项) */
  composition: { law: RULES, article: '第六条第七项' },
  /** 经营场所相关文件；能够通过共享平台获取的，不得要求重复提供 */
  premises: { law: REGULATION, article: '第十六条第三款' },
  /** 批准文件在有效期内；未规定有效期限的，自批准之日起不超过 90 日 */
  approvalInForce: { law: RULES, article: '第二十二条第一款' },
  /** 按照登记机关公布的经营项目分类标准办理经营范围登记 */
  scopeCatalogue: { law: REGULATION, article: '第十四条第二款' },
  /** 登记前依法须经批准的许可经营项目 */
  priorApproval: { law: REGULATION, article: '第十四条第一款' },
  /** 不符合法律、行政法规规定，或者可能危害国家安全、社会公共利益的，不予登记并说明理由 */
  notRegistered: { law: REGULATION, article: '第二十条' },
  /** 名称由申请人依法自主申报 */
  tradeName: { law: REGULATION, article: '第十条第二款' },
  /** 形式审查；当场登记；三个工作日，可再延长三个工作日 */
  review: { law: REGULATION, article: '第十九条第一款' },
  /** 申请材料不齐全的，一次性告知 */
  materials: { law: REGULATION, article: '第十九条第二款' },
  /** 不属于本登记机关登记管辖范围 */
  jurisdiction: { law: RULES, article: '第十八条第四款' },
  /** 营业执照应当载明的事项 */
  onTheLicence: { law: RULES, article: '第二十三条第一款' },
  /** 变更登记事项，应当自作出变更决定或者法定变更事项发生之日起30日内申请 */
  change: { law: REGULATION, article: '第二十四条第一款' },
  /** 因失联被列入经营异常名录的，在申请办理其他变更登记时，应当申请办理经营场所变更登记 */
  unreachable: { law: RULES, article: '第二十条第二款' },
  /** 正在被立案调查的，不得申请办理简易注销登记 */
  investigation: { law: RULES, article: '第四十八条第三项' },
  /** 税务部门出具的清税证明 */
  clearance: { law: RULES, article: '第四十六条第一款第四项' },
  /** 注销依法须经批准的，应当经批准后申请 */
  closingApproval: { law: REGULATION, article: '第三十一条第二款' },
  /** 依法需要终止的，应当申请注销登记 */
  closing: { law: REGULATION, article: '第三十一条第一款' },
  /** 公示登记相关信息 */
  publicity: { law: REGULATION, article: '第三十五条' },
} as const satisfies Readonly<Record<string, Article>>;
