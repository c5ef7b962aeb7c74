import { demonstration } from '../write-guide.ts';

export const familyGuides = demonstration(
  ['婚育服务窗口', 'family window'],
  [
    {
      id: 'birth-certificate',
      conditions: [['孩子在助产医疗机构出生，由该机构出具', 'Issued by the hospital where the child was born']],
      needs: ['application!', 'birth-record-', 'identity-', 'agent~'],
      days: 0,
      sample: ['出生医学证明（纸质和电子）', 'Birth certificate, on paper and electronic'],
      basis: ['母婴保健法 第二十三条'],
      faults: ['name-differs', 'blurred', 'authority-missing'],
      follows: ['household-birth', 'residents-medical', 'maternity-benefit'],
    },
    {
      id: 'household-birth',
      conditions: [['新生儿随父亲或者母亲登记户口', 'With the household of father or mother']],
      needs: ['birth-certificate-', 'household!', 'identity-', 'marriage-'],
      days: 0,
      sample: ['居民户口簿（新生儿页）', 'Household register with the newborn’s page'],
      basis: ['户口登记条例'],
      faults: ['name-differs', 'expired', 'wrong-office'],
      follows: ['residents-medical', 'social-card', 'id-card'],
    },
    {
      id: 'marriage',
      conditions: [['男女双方自愿，本人一起到场', 'Both of their own will, both present']],
      needs: ['identity!', 'declaration!', 'photo~', 'household-'],
      days: 0,
      sample: ['结婚证', 'Marriage certificate'],
      basis: ['民法典', '婚姻登记条例'],
      faults: ['other-absent', 'photo-format', 'expired'],
      follows: ['household-move', 'maternity-benefit', 'property-transfer'],
    },
    {
      id: 'divorce',
      conditions: [
        [
          '双方自愿离婚，对子女、财产、债务协商一致，有书面协议',
          'Both agree, in writing, on children, property and debts',
        ],
        ['申请后有冷静期，期满双方再到场领证', 'After a cooling-off period both come again'],
      ],
      needs: ['identity!', 'marriage!', 'agreement!', 'photo~'],
      days: 0,
      sample: ['离婚证', 'Divorce certificate'],
      basis: ['民法典', '婚姻登记条例'],
      faults: ['other-absent', 'unsigned', 'photo-format'],
      follows: ['household-move', 'property-transfer'],
    },
    {
      id: 'maternity-benefit',
      conditions: [['单位按规定参加了生育保险', 'The employer contributed to maternity insurance']],
      needs: ['application!', 'birth-certificate-', 'work-record-', 'bills~', 'bank!'],
      days: 10,
      sample: ['待遇核定单', 'Statement of the benefit'],
      basis: ['社会保险法'],
      faults: ['not-insured', 'bank-not-own', 'list-missing'],
      follows: ['residents-medical'],
    },
  ],
);
