import type { Guide } from '../guide.ts';
import { words } from '../write-guide.ts';

const LAW = '市场主体登记管理条例';
const RULES = '市场主体登记管理条例实施细则';
const PROMOTION = '促进个体工商户发展条例';

/** The one matter that can be applied for here: exact, by the regulation and its rules. */
export const individualBusinessGuide: Guide = {
  id: 'individual-business',
  conditions: [
    words([
      '有经营能力的公民；港澳永久性居民中的中国公民、台湾地区居民按国家有关规定可以申请',
      'A citizen able to run a business; Chinese citizens who are permanent residents of Hong Kong or Macau, and residents of Taiwan, under state rules',
    ]),
    words(['可以个人经营，也可以家庭经营', 'Run by one person or by a family']),
    words([
      '有一个经营场所；只在电子商务平台内经营的，可以用平台提供的网络经营场所',
      'One place of business; those only on an e-commerce platform may use the network place it gives',
    ]),
    words([
      '经营范围里没有法律禁止的项目；登记前须经批准的项目，先取得批准',
      'No activity the law forbids; where an approval must come first, it has been given',
    ]),
    words([
      '十六、十七周岁，以自己的劳动收入为主要生活来源的，可以申请，由工作人员核对',
      'Sixteen or seventeen and living mainly on your own labour: you may apply, and an officer looks at it',
    ]),
    words([
      '外国人不能登记为个体工商户，可以申请设立外商投资企业',
      'A foreign national cannot register as an individual business, but may apply for a foreign-invested enterprise',
    ]),
    words([
      '可以不使用名称；家庭经营的，参加经营的家庭成员姓名要备案',
      'It may do without a name; where a family runs it, the names of those who take part are filed',
    ]),
    words([
      '经营场所写在执照上，依法公开；用住所经营的，住址也会公开',
      'The premises stand on the licence and are public by law; if you work from home, so is that address',
    ]),
    words([
      '因虚假登记被撤销的，直接责任人三年内不得再次申请',
      'Whoever answers for a registration annulled as false may not apply for three years',
    ]),
  ],
  materials: [
    {
      paper: words(['申请书', 'Application']),
      duty: 'required',
      why: words([
        '在线逐题填写就是申请书（条例第十六条第一款）',
        'Answering the questions online is the application (regulation, article 16)',
      ]),
    },
    {
      paper: words(['自然人身份证明', 'Proof of identity']),
      duty: 'not-asked',
      why: words([
        '实名验证代替，不用交复印件（条例第十五条、实施细则第十六条）',
        'Real-name verification takes its place (regulation 15, rules 16)',
      ]),
    },
    {
      paper: words(['经营场所相关文件', 'Document on the premises']),
      duty: 'required',
      why: words([
        '如租赁合同或者产权证明；登记机关能共享获取的，不用提交；只在平台经营的，用平台出具的材料（条例第十一条、第十六条）',
        'Such as a lease or title; not asked where the registrar can obtain it; a platform’s word where you trade only there (regulation 11, 16)',
      ]),
    },
    {
      paper: words(['登记前批准文件', 'Approval']),
      duty: 'required',
      why: words([
        '只有选了登记前须经批准的项目才需要，并在有效期内；未规定有效期的，批准不超过 90 日（条例第十四条、第二十一条，实施细则第二十二条）',
        'Only for activities that need one first, and in force; ninety days where it states no term (regulation 14, 21; rules 22)',
      ]),
    },
    {
      paper: words(['港澳台居民身份证明的公证文件', 'Notarised proof of identity (Hong Kong, Macau, Taiwan)']),
      duty: 'required',
      why: words([
        '只有港澳台申请人需要；国家规定无需提供的除外（实施细则第二十四条）',
        'Only for these applicants, unless state rules waive it (rules 24)',
      ]),
    },
  ],
  statutory: [
    {
      words: words(['材料齐全、符合法定形式的，当场登记', 'Complete and in form: registered on the spot']),
      law: LAW,
      article: '第十九条',
    },
    {
      words: words(['不能当场登记的，3 个工作日内登记', 'Otherwise within 3 working days']),
      law: LAW,
      article: '第十九条',
    },
    {
      words: words([
        '情形复杂的，经登记机关负责人批准，再延长 3 个工作日，书面告知',
        'Complex: three more by the head of the office, told in writing',
      ]),
      law: RULES,
      article: '第十八条',
    },
  ],
  promised: words([
    '选择秒批的，当场；由工作人员办理的，3 天内',
    'At once when decided automatically; within 3 days by an officer',
  ]),
  fee: words(['不收费', 'Free of charge']),
  sample: words([
    '个体工商户营业执照，电子执照与纸质执照具有同等法律效力；页面上有样张',
    'Business licence, electronic and paper of equal force; a sample is shown',
  ]),
  office: words([
    '在线办理；或者到经营场所所在地的市场监督管理局、市场监管所窗口（演示）',
    'Online; or the bureau or station where the premises are (demonstration)',
  ]),
  phone: '12345',
  basis: [
    ...[
      '第十条',
      '第十一条',
      '第十四条',
      '第十五条',
      '第十六条',
      '第十九条',
      '第二十条',
      '第二十一条',
      '第二十二条',
      '第四十条',
    ].map((article) => ({ law: LAW, article, isVerified: true })),
    ...['第六条', '第十六条', '第十八条', '第十九条', '第二十三条', '第二十四条', '第二十五条'].map((article) => ({
      law: RULES,
      article,
      isVerified: true,
    })),
    ...['第二条', '第六条', '第三十七条'].map((article) => ({ law: PROMOTION, article, isVerified: true })),
  ],
  faults: [
    words([
      '经营场所文件看不清或者缺页：整页拍下来，字要看得清',
      'The premises document is blurred or lacks pages: photograph whole, readable pages',
    ]),
    words([
      '填写的地址与租赁合同不一致：照合同写到门牌号',
      'The address differs from the lease: write it as in the lease, with the house number',
    ]),
    words([
      '名称已被登记或者含有不能用的字词：换一个再查',
      'The name is taken or has words it may not have: try another',
    ]),
  ],
  follows: [
    'food-permit',
    'hygiene-permit',
    'tobacco-licence',
    'fire-safety-check',
    'shop-sign',
    'invoice',
    'flexible-insurance',
  ],
  isDemonstration: false,
};
