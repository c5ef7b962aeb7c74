import { demonstration } from '../write-guide.ts';

export const insuranceGuides = demonstration(
  ['社保医保窗口', 'social insurance window'],
  [
    {
      id: 'social-card',
      conditions: [['参加社会保险的人', 'Anybody insured']],
      needs: ['application!', 'identity-', 'photo-'],
      days: 0,
      sample: ['社会保障卡', 'Social security card'],
      basis: ['社会保险法'],
      faults: ['photo-format', 'name-differs', 'authority-missing'],
    },
    {
      id: 'flexible-insurance',
      conditions: [
        ['没有用人单位的个体经营者、灵活就业人员', 'People in business by themselves or without an employer'],
      ],
      needs: ['application!', 'identity-', 'bank!'],
      days: 1,
      sample: ['参保登记凭证', 'Proof of registration'],
      basis: ['社会保险法'],
      faults: ['bank-not-own', 'not-insured', 'name-differs'],
      follows: ['social-card', 'residents-medical'],
    },
    {
      id: 'pension-claim',
      conditions: [['达到法定退休年龄，缴费年限符合规定', 'Of retirement age, with the years of contributions']],
      needs: ['application!', 'identity-', 'work-record-', 'bank!'],
      days: 10,
      sample: ['待遇核定表', 'Statement of the pension'],
      basis: ['社会保险法'],
      faults: ['not-insured', 'bank-not-own', 'name-differs'],
      follows: ['elder-allowance', 'housing-fund'],
    },
    {
      id: 'unemployment',
      conditions: [
        [
          '缴费满规定时间，非因本人意愿中断就业，已办失业登记',
          'Contributed long enough, lost the job against one’s will, registered as unemployed',
        ],
      ],
      needs: ['application!', 'identity-', 'work-record-', 'end-of-work-', 'bank!'],
      days: 5,
      sample: ['失业保险金核定单', 'Statement of the benefit'],
      basis: ['社会保险法', '失业保险条例'],
      faults: ['not-insured', 'bank-not-own', 'too-late'],
      follows: ['flexible-insurance', 'startup-loan'],
    },
    {
      id: 'work-injury',
      conditions: [
        [
          '在工作中或者上下班途中等情形受到伤害；单位或者本人申请',
          'Hurt at work or on the way; the employer or the person applies',
        ],
      ],
      needs: ['application!', 'medical!', 'relation!', 'identity-'],
      days: 15,
      sample: ['认定工伤决定书', 'Decision on the injury'],
      basis: ['工伤保险条例'],
      faults: ['too-late', 'list-missing', 'unsigned'],
      follows: ['medical-reimbursement', 'legal-aid'],
    },
    {
      id: 'residents-medical',
      conditions: [
        [
          '没有参加职工医保的居民，包括老人、孩子和学生',
          'Residents without employees’ insurance, children and students included',
        ],
      ],
      needs: ['identity-', 'household-', 'bank~'],
      days: 0,
      sample: ['参保凭证', 'Proof of insurance'],
      basis: ['社会保险法'],
      faults: ['too-late', 'not-insured', 'name-differs'],
      follows: ['social-card', 'medical-remote'],
    },
    {
      id: 'medical-remote',
      conditions: [
        ['参保人长期在外地居住，或者到外地住院', 'Insured people living elsewhere, or treated in hospital there'],
      ],
      needs: ['application!', 'identity-', 'work-record-', 'address-proof~'],
      days: 0,
      sample: ['异地就医备案凭证', 'Proof of notice'],
      basis: ['社会保险法'],
      faults: ['not-insured', 'address-vague', 'expired'],
      follows: ['medical-reimbursement'],
    },
    {
      id: 'medical-reimbursement',
      conditions: [
        ['符合医保规定、就医时没有直接结算的费用', 'Costs covered by the insurance and not settled at the hospital'],
      ],
      needs: ['bills!', 'medical~', 'identity-', 'bank!'],
      days: 15,
      sample: ['报销结算单', 'Statement of reimbursement'],
      basis: ['社会保险法'],
      faults: ['list-missing', 'bank-not-own', 'too-late'],
    },
  ],
);
