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
      '入学 上小学 小学报名 入学报名 小升初 上初中 孩子上学 转学 幼升小 随迁子女入学 小孩上学 读小学 一年级报名 幼儿园报名 上幼儿园 学籍 孩子入学 小孩入学 孩子读书 入学条件 报名入学 外地孩子上学 外地孩子读书 小学入学 初中入学 外来子女入学 转学手续 孩子转学 办转学 学校报名 学位申请 划片 幼儿园 初一报名 入园 小孩读小学 报名上学 孩子要上学 孩子几岁上小学 上学报名 入学要求',
    hints:
      '上学 孩子 小孩 报名 学校 小学 初中 读书 学区 学位 外地户口 上一年级 借读 中学 就读 招生 六岁 该上 转来 转到 户口不在 报到',
    english:
      'school enrollment, start school, enrol in school, primary school, school admission, transfer school, kindergarten, school, enroll child, kids school, change school, school registration',
  },
  {
    id: 'student-loan',
    zh: '生源地信用助学贷款申请',
    en: 'Student loan',
    about: '家庭困难的大学生申请助学贷款。',
    aboutEn: 'For students who cannot pay their fees.',
    of: ['benefit', 'person', 'education'],
    aliases:
      '助学贷款 学生贷款 大学贷款 生源地贷款 助学金 上大学贷款 学费贷款 国家助学贷款 奖学金 教育补助 贫困生 上大学没钱 大学学费 学费 没钱上大学 没钱读书 助学 助学补助 生源地 国家贷款上学 贫困学生 大学生补助 读大学贷款 学杂费',
    hints: '大学 学生 贷款 贫困 录取通知书 研究生 家庭困难大学生 还助学贷款',
    english:
      'student loan, tuition loan, study loan, tuition, college loan, university loan, tuition fees, university tuition',
  },
  {
    id: 'teacher-qualification',
    zh: '教师资格认定',
    en: 'Teacher qualification',
    about: '考试合格后认定教师资格，领教师资格证。',
    aboutEn: 'Get the certificate after passing the examination.',
    of: ['permit', 'person', 'education'],
    aliases: '教师资格证 教师资格 教资 教师证 教资认定 当老师 老师资格证 考教师 认定教师 幼师证 教师编 教资证 老师证',
    hints: '老师 教师 教书 普通话 师范 任教 幼师 幼儿园老师 中学老师',
    english:
      'teacher qualification, teacher certificate, teaching license, become a teacher, teaching certificate, teacher license, teaching qualification, teacher',
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
      '驾照 驾驶证 换驾照 驾驶证换证 驾照到期 驾照换证 驾照丢了 补驾照 驾照过期 驾驶证过期 驾驶证丢了 驾驶证年审 考驾照 学车 驾照扣分 行驶驾照 驾驶执照 驾照年审 驾照年检 驾照换 驾照补办 驾驶证补办 换驾驶证 驾照六年 驾照体检 国际驾照 驾照降级 驾照吊销 驾照审验 考驾驶证 驾照增驾 消分 驾照换新 驾照期满 换驾驶证了',
    hints: '换证 开车 驾校 扣分 司机 到期 驾驶 老司机 超分 驾龄 本子 C1 c1 B2 六年 十年',
    english:
      'driving license, driver license, drivers license, renew driving license, license renewal, drivers licence, driver licence, renew license, lost driving license, drive',
  },
  {
    id: 'vehicle-registration',
    zh: '机动车注册登记',
    en: 'Registering a vehicle',
    about: '新车上牌、选号；二手车转移登记。',
    aboutEn: 'New number plates; transferring a used car.',
    of: ['police-document', 'both', 'traffic'],
    aliases:
      '上牌 新车上牌 汽车上牌 车辆上牌 上车牌 车牌 选号 行驶证 行驶证丢了 二手车过户 汽车过户 车辆过户 电动车上牌 车子过户 摩托车上牌 临时牌照 补车牌 挂牌照 办车牌 车辆登记 车辆转让 买车上牌 新能源上牌 挂车牌 换车牌 车牌丢了 上绿牌 车过户 二手车转移 摩托车牌 摩托车挂牌 电瓶车上牌 电动车牌照 换行驶证 补行驶证 买的二手车',
    hints:
      '新车 买车 汽车 车辆 二手车 牌照 电动车 卖车 车子 摩托 电瓶车 新能源车 买了车 牌子 新买的车 过户车 车主 号牌 三轮车 绿牌 临牌 小汽车 报废',
    english:
      'vehicle registration, car registration, number plate, license plate, car plate, register a car, used car, register vehicle, car plates, plates, motorcycle plate, e bike plate, transfer a car',
  },
  {
    id: 'vehicle-inspection',
    zh: '机动车检验合格标志核发',
    en: 'Vehicle inspection',
    about: '车辆年检，领检验合格标志。',
    aboutEn: 'Yearly inspection.',
    of: ['police-document', 'both', 'traffic'],
    aliases:
      '年检 验车 车检 车辆年检 年审 汽车年检 机动车年检 审车 检车 车辆年审 年检标志 汽车年审 车审 车检到期 年检过期 汽车检测 车子年检 该年检 车辆检验 六年免检 免检标志 逾期未检 检车线 汽车审验 该年审 过检 车子年审',
    hints: '汽车 车辆 车子 检验 检测 标志 到期 没检 逾期 六年 尾气 上线 到年限',
    english:
      'vehicle inspection, car inspection, annual inspection, mot, mot test, annual check, car check, yearly inspection',
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
    aliases:
      '信息公开 申请公开 依申请公开 政务公开 公开申请 查政府文件 政府文件 公开文件 政府公开 查询政府信息 申请查看 征地文件 拆迁文件 征地补偿文件 公示文件 政府数据 政策文件',
    hints: '政府信息 公开 文件 知情 批文 征地 拆迁 补偿标准 规划 公示 档案 查档 查阅 土地',
    english:
      'freedom of information, government information, information disclosure, public records, foi, foia, government documents, public information, access to information',
  },
  {
    id: 'dog-registration',
    zh: '养犬登记',
    en: 'Registering a dog',
    about: '养狗办证、年检。',
    aboutEn: 'The dog’s licence.',
    of: ['public-service', 'person', 'police'],
    aliases:
      '养犬 养狗 狗证 养犬证 办狗证 犬证 养狗证 养犬登记 给狗上户口 遛狗证 给狗办证 狗证办理 狗狗办证 养狗登记 养宠物办证 狗牌 犬只登记 养犬许可 狗上牌 大型犬 狗年检 狗狗登记 养宠物狗 养小狗 狗办证',
    hints:
      '狗 小狗 宠物 狗狗 疫苗 金毛 泰迪 哈士奇 边牧 柯基 遛狗 养了条 养了只 犬 猫狗 流浪狗 捡了 烈性犬 养只 遛 咬人',
    english:
      'dog license, register a dog, dog registration, dog, pet dog, dog permit, puppy, pet registration, dog tag',
  },
]);
