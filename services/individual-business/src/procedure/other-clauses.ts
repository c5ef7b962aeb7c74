import { type Clause, type LeftOutRow, leftOutClauses, type RealisedRow, realisedClauses } from './clause.ts';

const PROMOTION = '促进个体工商户发展条例';

const promotion: readonly RealisedRow[] = [
  [
    '第二条',
    '有经营能力的公民在中华人民共和国境内从事工商业经营，依法登记为个体工商户的，适用本条例。',
    '谁可以申请',
    'registered-on-the-spot',
    'minor-without-capacity',
    'foreign-national',
  ],
  ['第六条', '个体工商户可以个人经营，也可以家庭经营。', '个人或者家庭', 'family-run'],
  [
    '第十一条',
    '市场主体登记机关应当为个体工商户提供依法合规、规范统一、公开透明、便捷高效的登记服务。',
    '公开透明、便捷高效',
    'registration-public',
    'at-the-counter',
  ],
  [
    '第十三条第一款',
    '变更经营者的，可以直接向市场主体登记机关申请办理变更登记。',
    '直接变更经营者',
    'operator-changed',
  ],
  ['第十三条第一款', '个体工商户可以自愿变更经营者或者转型为企业。', '转型为企业', 'turned-into-enterprise'],
  [
    '第十三条第二款',
    '应当结清依法应缴纳的税款等，对原有债权债务作出妥善处理，不得损害他人的合法权益。',
    '变更经营者先结清税款',
    'operator-changed',
  ],
  [
    '第三十七条',
    '香港特别行政区、澳门特别行政区永久性居民中的中国公民，台湾地区居民可以按照国家有关规定，申请登记为个体工商户。',
    '港澳台居民',
    'hong-kong-macau-resident',
    'taiwan-resident',
  ],
];

const promotionLeftOut: readonly LeftOutRow[] = [
  ['第一条 第三条 第四条 第五条', 'purpose', '目的和原则'],
  ['第七条 第八条 第九条 第十条', 'state', '部门职责、规划和监测'],
  ['第十二条', 'other-service', '年度报告是另一项服务'],
  ['第十四条 第十五条 第十六条 第十七条 第十八条 第十九条 第二十条', 'state', '扶持和服务政策，没有登记步骤'],
  [
    '第二十一条 第二十二条 第二十三条 第二十四条 第二十五条 第二十六条',
    'state',
    '信用、社保、培训、社区、数字化和知识产权政策',
  ],
  ['第二十七条 第二十八条 第二十九条 第三十条 第三十一条 第三十二条', 'state', '纾困、表彰、禁止乱收费和考核指标'],
  ['第三十三条', 'other-service', '投诉举报走 12345'],
  ['第三十四条 第三十五条', 'holder', '经营中的义务和处理'],
  ['第三十六条', 'state', '工作人员的责任'],
  ['第三十八条 第三十九条', 'purpose', '授权与施行日期'],
];

const neighbours: readonly Clause[] = [
  ...realisedClauses('个人信息保护法', [
    [
      '第二十四条第三款',
      '个人有权要求个人信息处理者予以说明，并有权拒绝个人信息处理者仅通过自动化决策的方式作出决定。',
      '可以要求说明，可以不要自动决定',
      'officer-chosen-by-applicant',
      'human-review-asked',
    ],
  ]),
  ...realisedClauses('行政复议法', [
    [
      '第二十条第一款',
      '可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请；',
      '60 日内复议',
      'reconsideration-asked',
      'not-registered-with-reasons',
    ],
    [
      '第二十二条第二款',
      '行政机关通过互联网渠道送达行政行为决定书的，应当同时提供提交行政复议申请书的互联网渠道。',
      '线上送达，线上复议',
      'reconsideration-asked',
    ],
    [
      '第二十四条第一款',
      '（一）对本级人民政府工作部门作出的行政行为不服的；',
      '向本级人民政府申请',
      'reconsideration-asked',
    ],
  ]),
  ...realisedClauses('食品安全法', [
    [
      '第三十五条第一款',
      '从事食品生产、食品销售、餐饮服务，应当依法取得许可。但是，销售食用农产品和仅销售预包装食品的，不需要取得许可。仅销售预包装食品的，应当报所在地县级以上地方人民政府食品安全监督管理部门备案。',
      '食品：许可、备案或者都不需要',
      'food-permit-follows',
    ],
  ]),
  ...realisedClauses('电子签名法', [
    ['第十四条', '可靠的电子签名与手写签名或者盖章具有同等的法律效力。', '电子签名', 'registered-on-the-spot'],
  ]),
  ...leftOutClauses('民法典', [
    [
      '第十八条',
      'text-missing',
      '十六周岁以上以自己的劳动收入为主要生活来源的视为完全民事行为能力人；分支 sixteen-on-own-labour 和 minor-without-capacity 以它为准，条文须核对官方文本',
    ],
  ]),
  ...leftOutClauses('个体工商户登记管理规定', [
    ['全文', 'text-missing', '2025 年起施行的部门规章，晚于手边的文本；变更经营者、名称和注销的细节须照它核对'],
  ]),
  ...leftOutClauses('企业名称登记管理规定', [
    ['全文', 'text-missing', '名称禁止用语的依据；分支 name-not-allowed 只交人核对，不由机器判断'],
  ]),
  ...leftOutClauses('电子商务法', [
    ['第十条', 'text-missing', '无需登记的个人便民劳务和零星小额交易；办事指南只作提示'],
  ]),
  ...leftOutClauses('行政诉讼法', [['第四十六条', 'text-missing', '起诉期限写在决定书里，印发前须核对官方文本']]),
  ...leftOutClauses('公务员法', [
    ['第五十九条', 'text-missing', '公务员不得从事营利性活动；登记机关核对不到名册，由申请人承诺，工作人员处理'],
  ]),
];

/** Branches that rest on a text not at hand: 民法典 18. */
export const branchesOfMissingTexts = ['sixteen-on-own-labour'] as const;

/** 促进个体工商户发展条例, all 39 articles, and the clauses of neighbouring laws that this procedure rests on. */
export const otherClauses: readonly Clause[] = [
  ...realisedClauses(PROMOTION, promotion),
  ...leftOutClauses(PROMOTION, promotionLeftOut),
  ...neighbours,
];
