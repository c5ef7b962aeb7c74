import { mattersOf } from '../matter.ts';

export const educationMatters = mattersOf('education', [
  {
    id: 'school-enrolment',
    zh: '义务教育阶段学生入学',
    en: 'Enrolling in primary and middle school',
    about: '孩子上小学、初中的报名和转学。',
    aboutEn: 'Enrolment and transfer.',
    of: ['public-service', 'person', 'education'],
    aliases:
      '入学 上小学 小学报名 入学报名 小升初 上初中 孩子上学 转学 幼升小 随迁子女入学 小孩上学 读小学 一年级报名 幼儿园报名 上幼儿园 学籍',
    hints: '上学 孩子 小孩 报名 学校 小学 初中 读书 学区房 学区 学位 外地户口',
    english: 'school enrollment, enrol in school, primary school, school admission, transfer school, kindergarten',
  },
  {
    id: 'student-loan',
    zh: '生源地信用助学贷款申请',
    en: 'Student loan',
    about: '家庭困难的大学生申请助学贷款。',
    aboutEn: 'For students who cannot pay their fees.',
    of: ['benefit', 'person', 'education'],
    aliases: '助学贷款 学生贷款 大学贷款 生源地贷款 助学金 上大学贷款 学费贷款 国家助学贷款 奖学金 教育补助 贫困生',
    hints: '大学 大学生 学费 学生 贷款 交不起学费 上大学',
    english: 'student loan, tuition loan, study loan, tuition',
  },
  {
    id: 'teacher-qualification',
    zh: '教师资格认定',
    en: 'Teacher qualification',
    about: '考试合格后认定教师资格，领教师资格证。',
    aboutEn: 'Get the certificate after passing the examination.',
    of: ['permit', 'person', 'education'],
    aliases: '教师资格证 教师资格 教资 教师证 教师资格认定 教资认定 当老师 教师资格证补办',
    hints: '老师 教师 教书',
    english: 'teacher qualification, teacher certificate, teaching license, become a teacher',
  },
]);

export const vehicleMatters = mattersOf('vehicles', [
  {
    id: 'driving-licence',
    zh: '机动车驾驶证换证、补证',
    en: 'Renewing or replacing a driving licence',
    about: '驾照到期换证、丢失补证。',
    aboutEn: 'Renewal and replacement.',
    of: ['police-document', 'person', 'traffic'],
    aliases:
      '驾照 驾驶证 换驾照 驾驶证换证 驾照到期 驾照换证 驾照丢了 补驾照 驾照过期 驾驶证过期 驾驶证丢了 驾驶证年审 考驾照 学车 驾照扣分',
    hints: '换证 开车 驾校 扣分 司机 到期 驾驶',
    english: 'driving license, driver license, drivers license, renew driving license, license renewal',
  },
  {
    id: 'vehicle-registration',
    zh: '机动车注册登记',
    en: 'Registering a vehicle',
    about: '新车上牌、选号；二手车转移登记。',
    aboutEn: 'New number plates; transferring a used car.',
    of: ['police-document', 'both', 'traffic'],
    aliases:
      '上牌 新车上牌 汽车上牌 车辆上牌 上车牌 车牌 选号 行驶证 行驶证丢了 二手车过户 汽车过户 车辆过户 电动车上牌 车子过户 摩托车上牌 临时牌照 补车牌',
    hints: '新车 买车 汽车 车辆 二手车 牌照 电动车 摩托车 卖车 车子',
    english: 'vehicle registration, car registration, number plate, license plate, car plate, register a car, used car',
  },
  {
    id: 'vehicle-inspection',
    zh: '机动车检验合格标志核发',
    en: 'Vehicle inspection',
    about: '车辆年检，领检验合格标志。',
    aboutEn: 'Yearly inspection.',
    of: ['police-document', 'both', 'traffic'],
    aliases: '年检 验车 车检 车辆年检 年审 汽车年检 机动车年检 审车 检车 车辆年审 年检标志',
    hints: '汽车 车辆 车子 检验 检测 标志 到期',
    english: 'vehicle inspection, car inspection, annual inspection, mot',
  },
]);

export const publicMatters = mattersOf('public', [
  {
    id: 'government-information',
    zh: '政府信息公开申请',
    en: 'Request for government information',
    about: '向行政机关申请公开政府信息。',
    aboutEn: 'Ask an organ for information it holds.',
    of: ['information', 'both', 'any'],
    aliases: '信息公开 政府信息公开 申请公开 依申请公开 政务公开 信息公开申请 公开申请 查政府文件 政府文件',
    hints: '政府信息 公开 文件 知情 批文 征地 拆迁',
    english: 'freedom of information, government information, information disclosure, public records',
  },
  {
    id: 'dog-registration',
    zh: '养犬登记',
    en: 'Registering a dog',
    about: '养狗办证、年检。',
    aboutEn: 'The dog’s licence.',
    of: ['public-service', 'person', 'police'],
    aliases: '养犬 养狗 狗证 养犬证 办狗证 犬证 养狗证 养犬登记 给狗上户口 遛狗证',
    hints: '狗 小狗 宠物 宠物狗 狗狗 疫苗',
    english: 'dog license, register a dog, dog registration, dog, pet dog',
  },
]);
