import { mattersOf } from '../matter.ts';

export const insuranceMatters = mattersOf('insurance', [
  {
    id: 'social-card',
    zh: '社会保障卡申领、补领',
    en: 'Social security card',
    about: '办社保卡、补卡、激活。',
    aboutEn: 'First card, replacement, activation.',
    of: ['public-service', 'person', 'labour'],
    aliases:
      '社保卡 社会保障卡 补社保卡 社保卡丢了 社保卡激活 医保卡 补医保卡 医保卡丢了 社保卡挂失 办社保卡 三代社保卡 社保卡办理 换社保卡 社保卡补办 社保卡不能用 社保卡坏了 社保卡密码 医保卡密码 电子社保卡 新社保卡 孩子社保卡 医保电子凭证 社保卡消磁 社保卡丢 社保卡在哪办 第一次办社保卡 社保卡补 换医保卡',
    hints: '社保 卡丢了 激活 补卡 换卡 挂失 刷不了 刷不出来 不能用 消磁 坏了 社保卡里 卡 新卡 卡坏',
    english:
      'social security card, social card, medical card, insurance card, sss card, replace social security card, lost social card',
  },
  {
    id: 'flexible-insurance',
    zh: '灵活就业人员参保登记',
    en: 'Insurance for the self-employed',
    about: '没有单位，自己交社保。',
    aboutEn: 'Pay social insurance without an employer.',
    of: ['public-service', 'person', 'labour'],
    aliases:
      '灵活就业 灵活就业社保 自己交社保 个人交社保 个人社保 社保断缴 交社保 缴社保 社保缴费 灵活就业参保 社保转移 自由职业社保 续社保 买社保 自己缴社保 个体户社保 社保自己交 社保怎么交 补缴社保 社保中断 断交社保 断社保 续缴社保 转社保 社保转出 社保转入 养老保险转移 自己交养老保险 自己交养老 个人交养老保险 社保接续 停交社保 网约车司机社保 外卖员社保',
    hints:
      '社保 五险 断缴 自由职业 没单位 没有单位 辞职 离职 参保 缴费 转移 灵活 骑手 外卖员 缴纳 停缴 补缴 转到 跳槽 换工作 失业后 个人缴费',
    english:
      'social insurance, flexible employment, self employed insurance, pay social security, social security, freelancer, freelance insurance, self pay insurance, transfer social insurance',
  },
  {
    id: 'pension-claim',
    zh: '基本养老保险待遇申领',
    en: 'Claiming a pension',
    about: '到了年龄办退休，领养老金。',
    aboutEn: 'Retire and draw your pension.',
    of: ['benefit', 'person', 'labour'],
    aliases:
      '退休 办退休 退休手续 养老金 退休金 养老保险 领养老金 领退休金 退休工资 养老待遇 养老认证 养老资格认证 提前退休 病退 延迟退休 养老钱 退休待遇 可以退休吗 退休申请 申请退休 养老金怎么领 养老金领取 农村养老金 新农保 退休年龄 社保退休 到年龄退休 拿养老金 养老金资格 生存认证 人脸认证养老 退休金多少 企业退休 怎么退休 申请养老金 退休条件 55岁退休 60岁退休 老农保 领养老',
    hints:
      '到龄 养老 60岁 六十 五十五 到岁数 到年龄 岁数到了 工龄 交满十五年 缴满 15年 年纪大了 老了 老农民 55 几岁退 满五十',
    english: 'pension, retire, retirement, old age pension, retired, retiring, pensioner, draw pension',
  },
  {
    id: 'unemployment',
    zh: '失业保险金申领',
    en: 'Unemployment benefit',
    about: '不是自己愿意丢了工作，领失业金。',
    aboutEn: 'For people who lost their job against their will.',
    of: ['benefit', 'person', 'labour'],
    aliases:
      '失业 失业金 失业保险 失业补助 领失业金 失业登记 失业保险金 下岗补助 失业补贴 被裁员 被辞退 丢了工作 失业金怎么领 失业补助金 失业救济 失业救济金 领失业保险 申请失业 失业了 没了工作 没有工作 工作没了 失去工作 被开除 被炒 被裁 单位倒闭 厂子倒闭 没工作领钱 下岗了 不续签有补助 失业救助',
    hints:
      '裁员 下岗 辞退 没工作 待业 被公司 补助 公司倒闭 开除 找不到工作 炒鱿鱼 合同到期 优化 解雇 不续签 厂里 破产 待在家 有钱拿 公司裁 离职领 找工作 求职',
    english:
      'unemployment, unemployment benefit, lost my job, laid off, jobless, unemployed, lost job, fired, redundancy, dismissed, out of work',
  },
  {
    id: 'work-injury',
    zh: '工伤认定',
    en: 'Recognition of a work injury',
    about: '上班时或者上下班路上受伤，认定工伤。',
    aboutEn: 'Hurt at work or on the way.',
    of: ['confirmation', 'both', 'labour'],
    aliases:
      '工伤 工伤认定 工伤鉴定 工伤保险 工伤赔偿 工伤报销 上班受伤 干活受伤 工地受伤 职业病 上下班出车祸 工作受伤 上班摔伤 上班出车祸 申请工伤 报工伤 工伤怎么算 工伤待遇 工地摔伤 工伤住院 干活伤了 职业病认定 劳动能力鉴定 工作中受伤 算工伤 送外卖受伤 上班途中 下班途中车祸',
    hints:
      '受伤 上班 下班路上 上下班 工地 摔伤 车祸 干活 单位 砸到 砸伤 摔下来 机器 手指 压伤 烫伤 工厂 车间 谁赔 赔偿 受了伤 出工 骨折 伤了 弄伤 摔断 断腿 腿断 途中 交通事故 算不算 厂里受伤 工人',
    english:
      'work injury, injured at work, industrial injury, occupational disease, workers compensation, hurt at work, accident at work, workplace accident, injured on the job',
  },
  {
    id: 'residents-medical',
    zh: '城乡居民基本医疗保险参保登记',
    en: 'Residents’ medical insurance',
    about: '老人、孩子和没有单位的人参加居民医保。',
    aboutEn: 'For children, the old and people without an employer.',
    of: ['public-service', 'person', 'medical'],
    aliases:
      '居民医保 新农合 城乡居民医保 交医保 医保缴费 合作医疗 农村合作医疗 孩子医保 少儿医保 学生医保 医保参保 缴医保 买医保 城乡医保 城镇居民医保 新生儿医保 大学生医保 小孩医保 老人医保 给孩子交医保 医保怎么交 缴纳医保 医保断缴 参加医保 办医保 医疗保险怎么交 农合',
    hints: '医保 参保 缴费 断交 没医保 上医保 保险 续保 停保 新生儿参保',
    english:
      'medical insurance, health insurance, residents medical insurance, join health insurance, pay health insurance, child insurance',
  },
  {
    id: 'medical-remote',
    zh: '异地就医备案',
    en: 'Medical treatment elsewhere',
    about: '到外地看病住院前备案，直接结算。',
    aboutEn: 'Tell the insurance before treatment in another place.',
    of: ['public-service', 'person', 'medical'],
    aliases:
      '异地就医 外地看病 异地看病 跨省就医 异地医保 外地住院 转院备案 异地住院 去外地看病 医保异地备案 跨省看病 外地就医 异地报销 异地医保报销 省外看病 省外就医 医保异地 异地用医保 外地用医保 外地医保 异地结算 跨省结算 转诊 转外地医院 异地安置 省城看病 去省城看病 到大城市看病 外地做手术 异地手术',
    hints:
      '外地 异地 跨省 看病 住院 就医 备案 报销 转院 大医院 老家医保 外省 省外 省城 医保能用 长期居住 医保 省会 大城市 手术 带父母 外面看病 随子女 外地养老 北京 上海 广州 深圳 杭州 成都 武汉 南京 西安 重庆 天津',
    english:
      'treatment elsewhere, remote medical, cross province medical, out of town hospital, hospital in another city, another province, medical elsewhere, other city hospital',
  },
  {
    id: 'medical-reimbursement',
    zh: '医疗费用手工（零星）报销',
    en: 'Medical reimbursement',
    about: '看病时没有直接结算的费用，拿票据报销。',
    aboutEn: 'For treatment you paid for yourself.',
    of: ['benefit', 'person', 'medical'],
    aliases:
      '医保报销 医药费报销 医疗费报销 看病报销 住院报销 手工报销 零星报销 药费报销 报销医药费 住院费报销 慢性病报销 门诊报销 报医药费 报医疗费 看病报 住院报 看病的钱 医院发票 报销单 报销住院费 门诊报 大病报销 大病保险 特病 慢病 慢病卡 医疗报销 报药费 二次报销',
    hints:
      '报销 看病 住院 医疗费 发票 门诊 药费 垫付 医保 慢性病 住院的单子 单子 票据 出院 自费 垫钱 花了 手术 大病 住院费',
    english:
      'medical reimbursement, reimburse, hospital bill, medical expenses, claim medical expenses, medical claim, claim back, hospital costs',
  },
]);
