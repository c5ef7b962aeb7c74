import { branch } from './branch.ts';

/** 设立登记: from the application to the licence in the shopkeeper's hand. */
export const registrationBranches = {
  // Review: 条例 19, 20; 细则 18, 19.
  'registered-on-the-spot': branch(
    '材料齐全、符合法定形式，当场登记',
    'Complete and in form: registered on the spot',
    'machine',
    { to: 'registered', story: 'town/src/browser/the-portal.test.ts' },
  ),
  'officer-chosen-by-applicant': branch('申请人选择由工作人员办理', 'The applicant chooses an officer', 'applicant', {
    to: 'to-a-person',
    story: 'town/src/browser/officer-desk.test.ts',
  }),
  'registered-within-three-days': branch(
    '不能当场登记，出具接收凭证，3 个工作日内登记',
    'Not on the spot: a receipt, then registered within 3 working days',
    'officer',
    { to: 'registered', story: 'town/src/browser/the-desk.test.ts' },
  ),
  'extended-by-the-head': branch(
    '情形复杂，登记机关负责人批准再延长 3 个工作日，书面告知',
    'Complex: three more working days by the head, told in writing',
    'head-of-office',
    { to: 'extended', story: 'town/src/browser/registration-procedure.test.ts' },
  ),
  'past-the-time': branch(
    '超过期限未作决定：标红、上报，不自动登记也不自动驳回',
    'Past the time: shown and escalated; nothing is decided by itself',
    'officer',
    { to: 'waiting', story: 'town/src/browser/past-the-time.test.ts' },
  ),
  'incomplete-whole-list-once': branch(
    '材料不齐全或者不符合法定形式，退还并一次性告知全部补正内容',
    'Incomplete: returned with the whole list at once',
    'officer',
    { to: 'returned-with-list', story: 'town/src/browser/registration-procedure.test.ts' },
  ),
  'filed-anew-everything-kept': branch(
    '补正后重新提交，已填内容全部保留',
    'Completed and filed anew with everything kept',
    'applicant',
    { to: 'registered', story: 'town/src/browser/registration-procedure.test.ts' },
  ),
  'other-office-in-charge': branch(
    '不属于登记范畴或者本机关管辖，告知向有关机关申请',
    'Not a registration, or another office: told where to apply',
    'officer',
    { to: 'told-where-to-go', story: 'town/src/browser/counter.test.ts' },
  ),
  'not-registered-with-reasons': branch(
    '不予登记：由工作人员决定，说明理由，告知救济途径',
    'Not registered: by a person only, with reasons and remedies',
    'officer',
    { to: 'not-registered', story: 'town/src/browser/the-desk.test.ts' },
  ),
  'reconsideration-asked': branch(
    '对不予登记不服，从决定书上的互联网渠道申请行政复议',
    'Reconsideration asked through the online channel in the decision',
    'applicant',
    { to: 'under-review', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'human-review-asked': branch(
    '对系统自动作出的结果请人工复核',
    'A person is asked to review what the machine decided',
    'applicant',
    { to: 'to-a-person', story: 'town/src/browser/registration-procedure.test.ts' },
  ),
  'dispute-in-court': branch(
    '利害关系人已起诉或者申请仲裁，影响登记，终结后再申请',
    'A dispute in court stands in the way: apply when it has ended',
    'officer',
    { to: 'told-where-to-go', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  // Who applies: 条例 15, 16, 18; 细则 14-17, 24; 促进条例 2, 6, 37; 民法典 18.
  'real-name-online': branch('线上实名验证', 'Identity verified online', 'applicant', {
    to: 'registered',
    story: 'town/src/browser/the-portal.test.ts',
  }),
  'real-name-in-person': branch(
    '无法线上验证，凭公证文件或者本人持身份证件到现场办理',
    'Identity verified in person or by a notarised paper',
    'applicant',
    { to: 'to-a-person', story: 'town/src/browser/counter.test.ts' },
  ),
  'agent-applies': branch('委托代理人办理，代理人同样实名', 'An agent applies, verified too', 'applicant', {
    to: 'registered',
    story: 'town/src/browser/counter.test.ts',
  }),
  'at-the-counter': branch(
    '到窗口现场提交，线上线下同一件事，不重复录入',
    'At the counter: the same case as online, nothing typed twice',
    'applicant',
    { to: 'registered', story: 'town/src/browser/counter.test.ts' },
  ),
  'sixteen-on-own-labour': branch(
    '十六、十七周岁，以自己的劳动收入为主要生活来源',
    'Sixteen or seventeen, living on their own labour',
    'officer',
    { to: 'registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'minor-without-capacity': branch('未成年人，不能独立经营', 'A minor who cannot run a business alone', 'officer', {
    to: 'not-registered',
    story: 'town/src/browser/the-desk.test.ts',
  }),
  'hong-kong-macau-resident': branch(
    '港澳永久性居民中的中国公民申请',
    'A permanent resident of Hong Kong or Macau who is a Chinese citizen',
    'officer',
    { to: 'registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'taiwan-resident': branch('台湾地区居民申请', 'A resident of Taiwan', 'officer', {
    to: 'registered',
    story: 'town/src/browser/registration-branches.test.ts',
  }),
  'foreign-national': branch(
    '外国人申请：不在个体工商户范围，告知其他主体类型',
    'A foreign national: told which other forms there are',
    'officer',
    { to: 'told-where-to-go', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'restricted-three-years': branch(
    '虚假登记直接责任人三年内再次申请',
    'Answerable for a false registration, within the three years',
    'officer',
    { to: 'not-registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'family-run': branch('家庭经营，家庭成员姓名一并备案', 'Run by a family, its members filed as well', 'applicant', {
    to: 'registered',
    story: 'town/src/browser/registration-branches.test.ts',
  }),
  // Name: 条例 10; 细则 6.
  'name-free': branch('名称自主申报，可以使用', 'The name declared is free', 'machine', {
    to: 'registered',
    story: 'town/src/browser/the-portal.test.ts',
  }),
  'without-a-name': branch('不使用名称的个体工商户', 'An individual business without a trade name', 'applicant', {
    to: 'registered',
    story: 'town/src/browser/registration-branches.test.ts',
  }),
  'name-not-allowed': branch(
    '名称含有不能使用的字词，由工作人员核对',
    'The name has words it may not have: a person looks',
    'officer',
    { to: 'returned-with-list', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'name-taken': branch('名称已被登记，请另起一个', 'The name is taken: another is asked for', 'officer', {
    to: 'returned-with-list',
    story: 'town/src/browser/registration-branches.test.ts',
  }),
  // Scope: 条例 14, 21; 细则 12, 22.
  'scope-not-in-catalogue': branch(
    '目录里找不到的项目，工作人员帮助选择',
    'An activity not in the catalogue: a person helps',
    'officer',
    { to: 'to-a-person', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'scope-approved-beforehand': branch(
    '登记前须经批准的项目，批准文件在有效期内',
    'Needs prior approval, and the approval is in force',
    'officer',
    { to: 'registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'prior-approval-missing': branch(
    '登记前须经批准的项目，没有批准文件',
    'Needs prior approval, and there is none',
    'officer',
    { to: 'returned-with-list', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'prior-approval-stale': branch(
    '批准文件过期，或者未规定有效期且超过 90 日',
    'The approval has lapsed, or is older than 90 days without a stated term',
    'officer',
    { to: 'returned-with-list', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'scope-forbidden': branch(
    '法律禁止个体工商户经营的项目',
    'An activity the law closes to individual businesses',
    'officer',
    { to: 'not-registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  // Premises: 条例 11, 16; 细则 10, 25.
  'premises-document-sealed': branch(
    '提交经营场所使用相关文件，密封给登记机关',
    'The premises document, sealed to the registrar',
    'applicant',
    { to: 'registered', story: 'town/src/browser/vault.test.ts' },
  ),
  'premises-known-to-the-state': branch(
    '经营场所信息能共享获取，不要求重复提供',
    'The premises are known to the state: nothing is asked',
    'other-organ',
    { to: 'registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'premises-document-missing': branch(
    '没有经营场所文件，或者与填写的不一致',
    'No premises document, or one that does not fit',
    'officer',
    { to: 'returned-with-list', story: 'town/src/browser/registration-procedure.test.ts' },
  ),
  'premises-on-a-platform': branch(
    '电子商务平台内的网络经营场所',
    'Network premises within an e-commerce platform',
    'applicant',
    { to: 'registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  // What is issued: 条例 21, 22, 35-37; 细则 23, 64.
  'licence-issued': branch(
    '签发营业执照，电子执照与纸质同等效力',
    'The licence, electronic and on paper alike',
    'officer',
    { to: 'registered', story: 'town/src/browser/the-desk.test.ts' },
  ),
  'licence-shown': branch('亮证：出示或者公示营业执照', 'The licence is shown', 'applicant', {
    to: 'public',
    story: 'town/src/browser/register-and-forging.test.ts',
  }),
  'licence-lost': branch(
    '遗失或者毁坏：声明作废，申请补领',
    'Lost or spoilt: declared void and issued again',
    'applicant',
    { to: 'registered', story: 'town/src/browser/registration-branches.test.ts' },
  ),
  'registration-public': branch('登记信息公示，任何人可以查询', 'What was registered is public to anybody', 'officer', {
    to: 'public',
    story: 'town/src/browser/register-and-forging.test.ts',
  }),
  'food-permit-follows': branch(
    '范围含食品：领照之后办食品经营许可或者备案',
    'A scope with food: the food permit or filing follows',
    'machine',
    { to: 'told-what-follows', story: 'town/src/browser/registration-branches.test.ts' },
  ),
} as const;
