import { demonstration } from '../write-guide.ts';

export const careGuides = demonstration(
  ['民政残联窗口', 'care window'],
  [
    {
      id: 'minimum-living',
      conditions: [['家庭人均收入和财产低于当地公布的标准', 'Income and property a head below the local line']],
      needs: ['application!', 'identity-', 'household-', 'income-', 'bank!'],
      days: 20,
      sample: ['最低生活保障审核确认决定', 'Decision'],
      basis: ['社会救助暂行办法'],
      faults: ['income-part', 'unsigned', 'bank-not-own'],
      follows: ['disability-subsidy', 'public-rental', 'residents-medical'],
    },
    {
      id: 'elder-allowance',
      conditions: [['达到当地公布的年龄和户籍、居住条件', 'The age and residence the place has set']],
      needs: ['identity-', 'household-', 'bank!'],
      days: 10,
      sample: ['津贴核定通知', 'Notice of the allowance'],
      basis: ['老年人权益保障法'],
      faults: ['bank-not-own', 'authority-missing', 'name-differs'],
    },
    {
      id: 'disability-card',
      conditions: [['经指定机构评定达到残疾标准', 'Assessed by an appointed body']],
      needs: ['application!', 'identity-', 'photo~', 'assessment!'],
      days: 20,
      sample: ['残疾人证', 'Disability certificate'],
      basis: ['残疾人保障法'],
      faults: ['photo-format', 'blurred', 'expired'],
      follows: ['disability-subsidy'],
    },
    {
      id: 'disability-subsidy',
      conditions: [
        [
          '生活补贴：持残疾人证的低保（有的地方含低保边缘）家庭残疾人',
          'Living subsidy: certificate holders in low-income households',
        ],
        [
          '护理补贴：残疾等级较重、需要长期照护，范围以当地公布为准',
          'Care subsidy: the more severe grades, as the place has set',
        ],
      ],
      needs: ['application!', 'disability-', 'income-', 'bank!'],
      days: 16,
      sample: ['补贴审定通知', 'Notice of the subsidy'],
      basis: ['残疾人保障法'],
      faults: ['bank-not-own', 'expired', 'authority-missing'],
      follows: ['minimum-living', 'disability-card'],
    },
    {
      id: 'funeral-subsidy',
      conditions: [['参加养老保险的人去世，由遗属申领', 'The family of an insured person who died']],
      needs: ['application!', 'death-', 'identity!', 'household-', 'bank!'],
      days: 10,
      sample: ['待遇核定单', 'Statement of the grant'],
      basis: ['社会保险法'],
      faults: ['bank-not-own', 'name-differs', 'authority-missing'],
      follows: ['household-death', 'housing-fund'],
    },
    {
      id: 'legal-aid',
      conditions: [
        [
          '经济困难，或者属于法律规定不受经济条件限制的情形',
          'In hardship, or a case the law helps whatever one’s means',
        ],
      ],
      needs: ['application!', 'identity-', 'income~', 'claim!'],
      days: 5,
      sample: ['法律援助决定书', 'Decision'],
      basis: ['法律援助法'],
      faults: ['unsigned', 'income-part', 'wrong-office'],
    },
    {
      id: 'veteran-card',
      conditions: [['退役军人和符合规定的优抚对象', 'Veterans and others the rules name']],
      needs: ['application!', 'identity-', 'photo-', 'service~'],
      days: 20,
      sample: ['优待证', 'Veteran’s card'],
      basis: ['退役军人保障法'],
      faults: ['photo-format', 'name-differs', 'blurred'],
    },
  ],
);
