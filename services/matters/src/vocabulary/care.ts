import { mattersOf } from '../matter.ts';

export const careMatters = mattersOf('care', [
  {
    id: 'minimum-living',
    zh: '最低生活保障对象认定',
    en: 'Minimum living allowance',
    about: '家庭收入低于当地标准，申请低保。',
    aboutEn: 'For households below the local line.',
    of: ['benefit', 'person', 'township'],
    aliases:
      '低保 低保户 申请低保 吃低保 最低生活保障 低保金 办低保 特困 特困供养 五保户 困难补助 临时救助 困难救助 贫困补助 困难户 贫困户 困难家庭 救济 生活补助 低收入家庭 低保边缘 低保申请 救济金 贫困救助 大病救助 困难群众 生活救助 孤儿补助 没有收入来源 单亲补助 单亲家庭 困境儿童 没钱看病救助 生活困难补助',
    hints:
      '困难 贫困 穷 没钱 没收入 没有收入 低收入 救助 吃不上饭 过不下去 没有经济来源 揭不开锅 穷人 家境 没有劳动能力 丧失劳动力 重病 生活费 孤寡 条件差 家庭条件 维持生活 单亲 离异带孩子 收入低 没工作没钱 养不起',
    english:
      'minimum living allowance, low income, subsistence allowance, welfare, poverty relief, dibao, financial hardship, poor family, social assistance, poverty, hardship',
  },
  {
    id: 'elder-allowance',
    zh: '高龄津贴（老年人补贴）申领',
    en: 'Allowance for the old',
    about: '八十岁以上老人按月领的津贴，标准以当地公布为准。',
    aboutEn: 'A monthly allowance for the very old; amounts are local.',
    of: ['benefit', 'person', 'civil'],
    aliases:
      '高龄津贴 高龄补贴 老年补贴 老人补贴 老年津贴 老年人补贴 老人津贴 敬老卡 老年证 老年卡 长寿金 尊老金 养老服务补贴 老人钱 老年人津贴 八十岁补贴 90岁补贴 九十岁补贴 老龄补贴 百岁老人 老年人优待证 老人免费坐车 老人公交卡 养老补贴 老年公交卡 80岁补贴 高龄老人 老人每月 老人生活补贴 八十岁以上',
    hints:
      '老人 老年人 高龄 80岁 90岁 八十 九十 补贴 津贴 爷爷 奶奶 爸妈 父母 姥姥 外婆 外公 姥爷 老爷子 老太太 老头 80多岁 90多 年迈 85岁 国家给钱 高寿 70岁 七十岁 免费坐车 每月补 满80 岁以上 老母亲 老父亲 多少岁',
    english:
      'elderly allowance, old age allowance, senior allowance, senior card, elderly subsidy, grandma, grandpa, old people, elderly, senior citizen, seniors',
  },
  {
    id: 'disability-card',
    zh: '残疾人证办理',
    en: 'Disability certificate',
    about: '残疾等级评定，领残疾人证。',
    aboutEn: 'Assessment and certificate.',
    of: ['public-service', 'person', 'disabled'],
    aliases:
      '残疾证 残疾人证 办残疾证 残疾鉴定 残疾评定 残疾等级 残疾证换证 残联办证 办残疾人证 残疾评级 残疾人鉴定 评残疾 残疾认定 评定残疾 残疾证丢了 残疾证到期 残疾几级 聋哑人办证 盲人办证 残疾人办证 肢体残疾',
    hints:
      '残疾 残疾人 残联 等级 评残 残障 评级 几级 鉴定 肢体 聋哑 盲人 听力 视力 智力 精神 腿 截肢 瘫痪 轮椅 评定 腿残疾 腿断 失明 耳聋 听不见 看不见 智障 自闭症',
    english:
      'disability certificate, disability card, disabled card, disability assessment, disability level, register disabled',
  },
  {
    id: 'disability-subsidy',
    zh: '困难残疾人生活补贴和重度残疾人护理补贴',
    en: 'Two subsidies for disabled people',
    about: '残疾人两项补贴：生活补贴和护理补贴，全国都能申请。',
    aboutEn: 'Living and care subsidies; apply anywhere in the country.',
    of: ['benefit', 'person', 'civil'],
    aliases:
      '残疾人补贴 残疾补贴 残疾人两项补贴 两项补贴 护理补贴 残疾人护理补贴 残疾人生活补贴 重残补贴 残疾津贴 残疾补助 残疾人补助 残疾人护理费 残疾护理费 重度残疾补贴 重度残疾人补贴 残疾人津贴 残疾人钱 重残护理 残疾人生活费 残疾人困难补贴 残补',
    hints: '残疾 残疾人 残障 补贴 补助 护理 残疾证 重度 一级残疾 二级残疾 残疾人每月 残疾人每个月 残疾家庭 照顾',
    english:
      'disability subsidy, disability benefit, disability allowance, disabled subsidy, care subsidy, disabled allowance, disability payment, disability money, carer',
  },
  {
    id: 'funeral-subsidy',
    zh: '丧葬补助金和抚恤金申领',
    en: 'Funeral grant',
    about: '参保人去世后，家属领丧葬补助金、抚恤金。',
    aboutEn: 'For the family of an insured person who died.',
    of: ['benefit', 'person', 'labour'],
    aliases:
      '丧葬费 丧葬补助 丧葬补助金 抚恤金 丧葬金 遗属补助 丧葬补贴 火化补贴 殡葬补贴 火化 丧葬费领取 死亡抚恤金 去世补助 去世补贴 火化补助 殡葬费 人死了补助 遗属补贴 死后补贴 安葬费 一次性抚恤金 殡仪馆',
    hints: '去世 过世 死亡 家属 亲人去世 丧事 火葬 安葬 补助 殡葬 后事 葬礼 墓地 公墓 过世领钱 人走了领钱 遗属 坟',
    english:
      'funeral grant, funeral subsidy, death benefit, funeral, survivor benefit, burial, cremation, bereavement, funeral costs',
  },
  {
    id: 'legal-aid',
    zh: '法律援助申请',
    en: 'Legal aid',
    about: '请不起律师，申请免费的法律帮助。',
    aboutEn: 'Free legal help for people who cannot pay a lawyer.',
    of: ['public-service', 'person', 'justice'],
    aliases:
      '法律援助 免费律师 请律师 打官司 讨薪 拖欠工资 欠薪 法律咨询 法援 请不起律师 讨要工资 法律帮助 拖欠工钱 欠工资 拖工资 不发工资 欠工钱 要工资 讨工钱 老板欠钱 老板跑路 劳动仲裁 免费法律 公益律师 找律师 法律顾问 打离婚官司 老板不给钱 不给工资 工资要不到 工钱要不到 跑路',
    hints:
      '律师 官司 起诉 工资 欠钱 纠纷 工钱 血汗钱 包工头 仲裁 维权 诉讼 辩护 交通事故官司 拖欠 农民工 要不到 干了活 没给钱 没签合同 劳动合同',
    english:
      'legal aid, free lawyer, lawyer, unpaid wages, sue, legal help, free legal advice, wage arrears, employer not paying, lawsuit',
  },
  {
    id: 'veteran-card',
    zh: '退役军人、其他优抚对象优待证申领',
    en: 'Veteran’s card',
    about: '退役军人和烈属等申领优待证。',
    aboutEn: 'For veterans and families of the fallen.',
    of: ['public-service', 'person', 'veterans'],
    aliases:
      '优待证 退伍 退役 退伍军人 退役军人 转业 退伍费 退役金 军人优待 光荣之家 光荣牌 退伍安置 当兵回来 退伍证 退伍兵 复员 复员军人 转业军人 老兵优待 军属 烈士家属 退伍补助 退伍手续 军人优待证 退役报到 军人证 士兵优待 退役士兵 退伍老兵',
    hints: '当兵 军人 老兵 部队 烈属 优抚 参军 服役 义务兵 士兵 兵役 入伍 战友 优待 军龄 慰问 复转',
    english: 'veteran, veteran card, ex soldier, demobilized, former soldier, military, army, served in the army',
  },
]);
