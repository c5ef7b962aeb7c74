import { demonstration } from '../write-guide.ts';

export const educationGuides = demonstration(
  ['教育窗口', 'education window'],
  [
    {
      id: 'school-enrolment',
      conditions: [
        ['适龄儿童，按当地公布的招生范围和条件', 'Children of school age, by the area and conditions published'],
      ],
      needs: ['household-', 'identity-', 'title-', 'lease~', 'vaccination~'],
      days: 10,
      sample: ['入学通知书', 'Notice of admission'],
      basis: ['义务教育法', '居住证暂行条例 第十二条'],
      faults: ['address-differs', 'too-late', 'contract-part'],
      follows: ['residence-permit', 'residents-medical'],
    },
    {
      id: 'student-loan',
      conditions: [
        ['家庭经济困难的全日制学生，户籍在本地', 'Full-time students in hardship, with their household here'],
      ],
      needs: ['application!', 'identity-', 'admission!', 'household-'],
      days: 0,
      sample: ['借款合同', 'Loan contract'],
      basis: [],
      faults: ['other-absent', 'unsigned', 'name-differs'],
    },
    {
      id: 'teacher-qualification',
      conditions: [['学历、考试、普通话和体检符合要求', 'Education, examination, Mandarin and health as required']],
      needs: ['application!', 'identity-', 'exam-', 'mandarin-', 'health!', 'photo~'],
      days: 20,
      sample: ['教师资格证书', 'Certificate'],
      basis: ['教师法'],
      faults: ['photo-format', 'expired', 'too-late'],
      follows: ['no-crime-record'],
    },
  ],
);

export const vehicleGuides = demonstration(
  ['车管窗口', 'vehicle window'],
  [
    {
      id: 'driving-licence',
      conditions: [['有效期满前换证；遗失的补证', 'Before it expires; or when lost']],
      needs: ['application!', 'identity-', 'photo-', 'health~', 'old-paper~'],
      days: 0,
      fee: 'published',
      sample: ['机动车驾驶证', 'Driving licence'],
      basis: ['道路交通安全法'],
      faults: ['fine-open', 'photo-format', 'expired'],
    },
    {
      id: 'vehicle-registration',
      conditions: [['车辆合格、来历清楚，已投保交强险', 'A conforming vehicle of known origin, insured']],
      needs: ['application!', 'identity-', 'purchase-', 'factory-', 'insurance-'],
      days: 0,
      fee: 'published',
      sample: ['机动车行驶证、登记证书和号牌', 'Vehicle licence, certificate and plates'],
      basis: ['道路交通安全法'],
      faults: ['insurance-open', 'name-differs', 'fine-open'],
      follows: ['vehicle-inspection'],
    },
    {
      id: 'vehicle-inspection',
      conditions: [['到了检验期限，交通违法已处理', 'Due for inspection, fines settled']],
      needs: ['vehicle!', 'insurance-', 'identity-'],
      days: 0,
      fee: 'published',
      sample: ['检验合格标志', 'Inspection mark'],
      basis: ['道路交通安全法'],
      faults: ['fine-open', 'insurance-open', 'expired'],
    },
  ],
);

export const publicGuides = demonstration(
  ['综合窗口', 'general window'],
  [
    {
      id: 'government-information',
      conditions: [['公民、法人或者其他组织都可以申请', 'Any person or organisation']],
      needs: ['request!', 'identity-'],
      statutory: [
        [
          '能当场答复的当场答复；不能的，自收到申请之日起 20 个工作日内',
          'On the spot where possible; else 20 working days from receipt',
          '政府信息公开条例',
          '第三十三条',
        ],
        [
          '经政府信息公开工作机构负责人同意并告知，最长再延长 20 个工作日',
          '20 more at most, by the head of the disclosure office, told to you',
          '政府信息公开条例',
          '第三十三条',
        ],
      ],
      days: 20,
      sample: ['政府信息公开答复书', 'Answer'],
      basis: ['政府信息公开条例 第二十七条', '政府信息公开条例 第三十条', '政府信息公开条例 第三十三条'],
      faults: ['not-marked', 'wrong-office', 'name-differs'],
    },
    {
      id: 'dog-registration',
      conditions: [['犬只已免疫，品种不在当地禁养名录', 'Vaccinated, and not of a breed forbidden locally']],
      needs: ['application!', 'identity-', 'dog-shot!', 'photo~'],
      days: 0,
      fee: 'published',
      sample: ['养犬登记证', 'The dog’s licence'],
      basis: ['动物防疫法'],
      faults: ['expired', 'photo-format', 'address-vague'],
    },
  ],
);
