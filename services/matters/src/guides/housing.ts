import { demonstration } from '../write-guide.ts';

const REGISTER = [
  '自受理之日起 30 个工作日内办结；当场没有书面告知不予受理的，视为受理',
  '30 working days from acceptance; not refused in writing on the spot counts as accepted',
  '不动产登记暂行条例',
  '第二十条',
] as const;

export const housingGuides = demonstration(
  ['住房和不动产窗口', 'housing window'],
  [
    {
      id: 'housing-fund',
      conditions: [
        [
          '购买、建造、翻建、大修自住住房，退休，还房贷，房租超出规定比例等情形之一',
          'Buying, building or repairing one’s home, retirement, mortgage, rent above the set share, and the like',
        ],
      ],
      needs: ['application!', 'identity-', 'fund-account-', 'home-record-', 'lease~', 'bank!'],
      statutory: [
        [
          '自受理之日起 3 日内决定（条文未写工作日）',
          '3 days from acceptance, not working days',
          '住房公积金管理条例',
          '第二十五条',
        ],
      ],
      days: 1,
      sample: ['提取决定和到账通知', 'Decision, and notice of payment'],
      basis: ['住房公积金管理条例 第二十四条', '住房公积金管理条例 第二十五条'],
      faults: ['bank-not-own', 'contract-part', 'not-insured'],
      follows: ['housing-fund-loan', 'public-rental'],
    },
    {
      id: 'housing-fund-loan',
      conditions: [
        [
          '缴存住房公积金的职工，购买、建造、翻建、大修自住住房，并提供担保',
          'Contributors buying or building their own home, with security',
        ],
      ],
      needs: ['application!', 'contract!', 'fund-account-', 'home-record-', 'identity-'],
      statutory: [
        [
          '自受理之日起 15 日内决定（条文未写工作日）',
          '15 days from acceptance, not working days',
          '住房公积金管理条例',
          '第二十六条',
        ],
      ],
      days: 5,
      sample: ['贷款审批决定', 'Decision on the loan'],
      basis: ['住房公积金管理条例 第二十六条', '住房公积金管理条例 第二十七条'],
      faults: ['contract-part', 'not-insured', 'bank-not-own'],
      follows: ['property-mortgage', 'property-transfer'],
    },
    {
      id: 'property-transfer',
      conditions: [
        ['买卖的由双方共同申请；继承、接受遗赠可以单方申请', 'Both sides for a sale; one side for an inheritance'],
        ['税已缴，房屋没有查封等限制', 'Tax paid, no seizure on the home'],
      ],
      needs: ['application!', 'title!', 'transfer!', 'identity-', 'tax-', 'agent~'],
      statutory: [REGISTER],
      days: 1,
      fee: 'published',
      sample: ['不动产权证书', 'Title certificate'],
      basis: [
        '不动产登记暂行条例 第十四条',
        '不动产登记暂行条例 第十六条',
        '不动产登记暂行条例 第十七条',
        '不动产登记暂行条例 第二十条',
        '不动产登记暂行条例 第二十二条',
      ],
      faults: ['other-absent', 'name-differs', 'contract-part'],
      follows: ['housing-fund', 'property-mortgage'],
    },
    {
      id: 'property-mortgage',
      conditions: [
        ['抵押由双方共同申请；解押凭债权人同意', 'Both sides for a mortgage; the lender’s consent to release it'],
      ],
      needs: ['application!', 'title!', 'loan!', 'identity-'],
      statutory: [REGISTER],
      days: 1,
      fee: 'published',
      sample: ['不动产登记证明', 'Proof of registration'],
      basis: ['不动产登记暂行条例 第十四条', '不动产登记暂行条例 第二十条'],
      faults: ['other-absent', 'contract-part', 'expired'],
    },
    {
      id: 'public-rental',
      conditions: [['收入、住房面积符合当地公布的标准', 'Income and floor space within the local limits']],
      needs: ['application!', 'identity-', 'household-', 'income-', 'home-record-'],
      days: 20,
      sample: ['配租资格通知', 'Notice of eligibility'],
      basis: [],
      faults: ['income-part', 'stay-short', 'name-differs'],
      follows: ['residence-permit', 'minimum-living'],
    },
    {
      id: 'rural-house',
      conditions: [
        ['本村村民，符合一户一宅和规划要求', 'A member of the village, one household one homestead, within the plan'],
      ],
      needs: ['application!', 'house-plan!', 'village!', 'identity-', 'household-'],
      days: 20,
      sample: ['乡村建设规划许可和宅基地批准书', 'Building permit and homestead approval'],
      basis: ['土地管理法'],
      faults: ['unsigned', 'layout-unclear', 'wrong-office'],
    },
  ],
);
