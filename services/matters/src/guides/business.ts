import { demonstration } from '../write-guide.ts';

const PERMIT = [
  '20 个工作日，经负责人批准可以延长 10 个工作日；法律、法规另有规定的从其规定',
  '20 working days, 10 more by the head; unless another law says otherwise',
  '行政许可法',
  '第四十二条',
] as const;
const REVIEW = [
  '齐全的当场登记；不能当场的 3 个工作日，情形复杂经批准再延长 3 个工作日',
  'On the spot when complete; else 3 working days, 3 more when complex',
  '市场主体登记管理条例',
  '第十九条',
] as const;

export const businessGuides = demonstration(
  ['企业开办窗口', 'business window'],
  [
    {
      id: 'individual-business-change',
      conditions: [
        [
          '登记事项变了，30 日内申请变更；换经营场所在迁入前申请',
          'Within 30 days of the change; before moving in when the premises change',
        ],
        ['变更经营者的，先结清税款', 'When the operator changes, taxes are settled first'],
      ],
      needs: ['application!', 'identity-', 'licence-', 'premises~', 'tax-clearance-'],
      statutory: [REVIEW],
      days: 0,
      sample: ['换发的营业执照', 'A new business licence'],
      basis: [
        '市场主体登记管理条例 第二十四条',
        '市场主体登记管理条例 第二十七条',
        '市场主体登记管理条例 第二十八条',
        '市场主体登记管理条例实施细则 第三十五条',
        '促进个体工商户发展条例 第十三条',
      ],
      faults: ['address-differs', 'no-consent', 'tax-open'],
      follows: ['food-permit', 'invoice'],
    },
    {
      id: 'individual-business-closing',
      conditions: [
        [
          '没有债权债务或者已经清偿，税款、工资、社保结清，并书面承诺',
          'Nothing owed, taxes, wages and insurance settled, promised in writing',
        ],
        [
          '在经营异常名录、被吊销执照等情形不适用简易程序，走一般程序',
          'Not by the short procedure when listed as abnormal, revoked and the like',
        ],
      ],
      needs: ['application!', 'promise!', 'identity-', 'licence-', 'tax-clearance-'],
      statutory: [
        [
          '个体工商户简易注销无需公示；推送税务等部门，10 日内没有异议的直接注销',
          'No public announcement; other organs have 10 days to object',
          '市场主体登记管理条例',
          '第三十三条',
        ],
      ],
      days: 0,
      sample: ['准予注销登记通知书', 'Notice of closing'],
      basis: [
        '市场主体登记管理条例 第三十一条',
        '市场主体登记管理条例 第三十三条',
        '市场主体登记管理条例实施细则 第四十六条',
        '市场主体登记管理条例实施细则 第四十八条',
      ],
      faults: ['tax-open', 'unsigned', 'name-differs'],
    },
    {
      id: 'licence-replacement',
      conditions: [
        [
          '营业执照遗失或者毁坏，通过国家企业信用信息公示系统声明作废，再申请补领',
          'The licence is lost or damaged: declare it void in the national publicity system, then apply for another',
        ],
        [
          '在这里办的，到“我的办件”打开这张执照，一步声明作废并补领',
          'If it was issued here, open it under My cases: declaring void and issuing again is one step',
        ],
      ],
      needs: ['application!', 'identity-', 'licence-'],
      days: 0,
      sample: ['补领的营业执照', 'A new copy of the licence'],
      basis: ['市场主体登记管理条例 第三十七条'],
      faults: ['name-differs', 'unsigned', 'authority-missing'],
    },
    {
      id: 'company-registration',
      conditions: [
        [
          '有名称、住所、章程和符合规定的股东、法定代表人',
          'A name, a seat, articles, and members and a representative who qualify',
        ],
        ['登记前须经批准的项目先取得批准', 'Activities that need an approval have it first'],
      ],
      needs: ['application!', 'charter!', 'decision!', 'premises!', 'identity-'],
      statutory: [REVIEW],
      days: 1,
      sample: ['企业营业执照', 'Company licence'],
      basis: [
        '市场主体登记管理条例 第十六条',
        '市场主体登记管理条例 第十九条',
        '市场主体登记管理条例实施细则 第二十五条',
        '公司法',
      ],
      faults: ['name-taken', 'unsigned', 'address-vague'],
      follows: ['invoice', 'housing-fund'],
    },
    {
      id: 'food-permit',
      conditions: [
        [
          '先有营业执照；场所、设备、人员和制度与经营的食品相适应',
          'The business licence first; premises, equipment, staff and rules that fit the food',
        ],
        [
          '卖食用农产品不需要许可；只卖预包装食品的办备案',
          'No permit for farm produce; prepackaged food only needs filing',
        ],
      ],
      needs: ['application!', 'licence-', 'identity-', 'layout!', 'staff~', 'rules~', 'agent~'],
      statutory: [PERMIT],
      days: 10,
      sample: ['食品经营许可证或者备案凭证', 'Food business permit, or proof of filing'],
      basis: ['食品安全法 第三十三条', '食品安全法 第三十五条', '行政许可法 第四十二条', '食品经营许可和备案管理办法'],
      faults: ['layout-unclear', 'staff-missing', 'address-differs'],
      follows: ['fire-safety-check', 'shop-sign', 'invoice'],
    },
    {
      id: 'hygiene-permit',
      conditions: [['场所、设施和从业人员符合卫生要求', 'Premises, equipment and staff meet the hygiene requirements']],
      needs: ['application!', 'licence-', 'layout!', 'water-test!', 'staff~', 'rules~'],
      days: 10,
      sample: ['公共场所卫生许可证', 'Public place hygiene permit'],
      basis: ['公共场所卫生管理条例'],
      faults: ['staff-missing', 'layout-unclear', 'expired'],
      follows: ['fire-safety-check'],
    },
    {
      id: 'tobacco-licence',
      conditions: [
        ['有固定的经营场所，符合当地零售点合理布局', 'Fixed premises that fit the local plan of retail points'],
      ],
      needs: ['application!', 'licence-', 'identity-', 'premises!'],
      days: 10,
      sample: ['烟草专卖零售许可证', 'Tobacco retail licence'],
      basis: ['烟草专卖法'],
      faults: ['address-differs', 'name-differs', 'wrong-office'],
    },
    {
      id: 'fire-safety-check',
      conditions: [['公众聚集场所投入使用、营业之前申请', 'Before a place where people gather opens']],
      needs: ['application!', 'promise!', 'licence-', 'layout!', 'rules~'],
      days: 5,
      sample: ['公众聚集场所投入使用、营业前消防安全检查意见书', 'Opinion of the fire safety check'],
      basis: ['消防法'],
      faults: ['layout-unclear', 'unsigned', 'wrong-office'],
    },
    {
      id: 'shop-sign',
      conditions: [['招牌的位置、大小、样式符合当地设置规范', 'Place, size and style follow the local rules']],
      needs: ['application!', 'design!', 'premises~', 'licence-'],
      days: 5,
      sample: ['设置审批决定书', 'Decision on the sign'],
      basis: ['城市市容和环境卫生管理条例'],
      faults: ['no-consent', 'blurred', 'wrong-office'],
    },
    {
      id: 'road-freight-permit',
      conditions: [
        [
          '有经检测合格的车辆、符合条件的驾驶人员和安全生产管理制度',
          'Tested vehicles, qualified drivers and safety rules',
        ],
        [
          '总质量 4500 千克及以下普通货运车辆从事普通货运的，不需要办理',
          'Ordinary freight with vehicles up to 4,500 kg needs no permit',
        ],
      ],
      needs: ['application!', 'licence-', 'vehicle-', 'driver-', 'rules!'],
      statutory: [
        [
          '自受理之日起 20 日（行政许可的期限以工作日计算）',
          '20 days from acceptance, counted as a permit’s working days',
          '道路运输条例',
          '第二十四条',
        ],
      ],
      days: 5,
      sample: ['道路运输经营许可证，每辆车一张车辆营运证', 'Permit, and a certificate for each vehicle'],
      basis: ['道路运输条例 第二十一条', '道路运输条例 第二十二条', '道路运输条例 第二十四条', '行政许可法 第八十二条'],
      faults: ['expired', 'unsigned', 'wrong-office'],
      follows: ['vehicle-inspection', 'invoice'],
    },
    {
      id: 'invoice',
      conditions: [
        [
          '已经办理登记的经营者领用；临时需要的个人可以申请代开',
          'Registered businesses; a person who needs one now and then may have it issued',
        ],
      ],
      needs: ['application!', 'licence-', 'identity-', 'contract~'],
      days: 0,
      sample: ['发票（含数电发票）', 'Invoice, electronic or on paper'],
      basis: ['发票管理办法'],
      faults: ['name-differs', 'bank-not-own', 'contract-part'],
    },
    {
      id: 'startup-loan',
      conditions: [
        [
          '属于当地创业担保贷款支持的人员，有登记的经营',
          'One of the groups supported locally, with a registered business',
        ],
      ],
      needs: ['application!', 'plan!', 'licence-', 'identity-', 'bank!'],
      days: 10,
      sample: ['担保推荐意见', 'Recommendation for the loan'],
      basis: [],
      faults: ['bank-not-own', 'contract-part', 'wrong-office'],
      follows: ['individual-business', 'invoice'],
    },
  ],
);
