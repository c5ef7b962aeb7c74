import { mattersOf } from '../matter.ts';

export const familyMatters = mattersOf('family', [
  {
    id: 'birth-certificate',
    zh: '出生医学证明签发',
    en: 'Birth certificate',
    about: '孩子出生后，由接生的医院签发。',
    aboutEn: 'Issued by the hospital where the child was born.',
    of: ['medical-document', 'person', 'hospital'],
    aliases:
      '出生证明 出生证 出生医学证明 宝宝出生证 开出生证 补办出生证 出生证丢了 新生儿证明 新生儿出生证明 小孩出生证 孩子出生证 娃出生证 出生纸 准生证',
    hints:
      '出生 新生儿 刚出生 生孩子 生完孩子 生宝宝 宝宝 孩子 婴儿 接生 刚出院 医院开证明 生了孩子 生了个 刚生 产妇 出生日期',
    english:
      'birth certificate, newborn, baby, having a baby, new baby, baby born, gave birth, proof of birth, baby certificate, birth cert',
  },
  {
    id: 'household-birth',
    zh: '出生登记（新生儿落户）',
    en: 'Registering a newborn’s household',
    about: '给新出生的孩子上户口。',
    aboutEn: 'Enter a newborn in the household register.',
    of: ['police-document', 'person', 'police'],
    aliases:
      '上户口 新生儿落户 宝宝上户口 孩子上户口 新生儿上户口 报户口 给孩子上户口 小孩落户 出生登记 入户口 登记户口 新生儿户口 婴儿落户 孩子落户 娃上户口 宝宝落户 小孩户口 孩子户口 随父落户 随母落户 办户口 入户 孩子入户 新生儿入户 给娃落户',
    hints: '户口 新生儿 宝宝 孩子 小孩 婴儿 刚出生 户口本 满月 没户口 黑户 上户 出生 落户 刚生 儿子 闺女 起名',
    english:
      'register a newborn, newborn household, hukou for baby, baby household registration, child household registration, newborn registration',
  },
  {
    id: 'marriage',
    zh: '结婚登记',
    en: 'Marriage registration',
    about: '两人一起到婚姻登记处，领结婚证。',
    aboutEn: 'Both come to the marriage registry.',
    of: ['confirmation', 'person', 'civil'],
    aliases:
      '结婚 结婚证 领证 领结婚证 扯证 婚姻登记 登记结婚 补办结婚证 补领结婚证 复婚 民政局领证 登记领证 结婚登记预约 民政局登记 办结婚证 打结婚证 扯结婚证 结婚证丢了 婚姻状况证明 单身证明 未婚证明 想结婚 登记结婚预约 和对象领证 办喜事登记 去领证',
    hints:
      '婚姻 新人 对象 老公 老婆 夫妻 民政局 婚前 成家 娶 嫁 登记 领本 未婚妻 伴侣 婚礼 领 婚期 户口本结婚 再婚 二婚 涉外婚姻',
    english:
      'marriage, get married, marriage certificate, wedding registration, marry, getting married, wed, wedding, marriage license',
  },
  {
    id: 'divorce',
    zh: '离婚登记',
    en: 'Divorce registration',
    about: '双方自愿离婚，到婚姻登记处办理。',
    aboutEn: 'Divorce by agreement, at the marriage registry.',
    of: ['confirmation', 'person', 'civil'],
    aliases:
      '离婚 离婚证 协议离婚 办离婚 离婚登记 离婚冷静期 补领离婚证 离婚协议 离婚手续 离婚申请 办离婚证 离婚证丢了 和平离婚 解除婚姻 想离 过不下去了 要离婚 不想过了 离婚登记预约 离婚证补办',
    hints:
      '婚姻 分开 夫妻 冷静期 财产分割 抚养权 民政局 离了 感情破裂 分手 散伙 孩子归谁 双方同意 前夫 前妻 感情不好 出轨 家暴 日子过不下去 分居 男方 女方 净身出户',
    english: 'divorce, get divorced, divorce certificate, separate, get a divorce, end marriage, divorcing',
  },
  {
    id: 'maternity-benefit',
    zh: '生育保险待遇申领',
    en: 'Maternity benefit',
    about: '生孩子的医疗费和生育津贴。',
    aboutEn: 'Maternity pay and the costs of birth.',
    of: ['benefit', 'person', 'medical'],
    aliases:
      '生育津贴 生育保险 产假工资 生育报销 生孩子报销 产假津贴 生育补贴 育儿补贴 生娃补贴 生育金 生育险 生育待遇 生育补助 产假钱 产假待遇 生育医疗费 产检报销 生孩子补贴 生孩子的钱 陪产假',
    hints: '生育 产假 怀孕 生孩子 生娃 产检 报销 补贴 津贴 二胎 三胎 孕妇 剖腹产 顺产 备孕 月子',
    english:
      'maternity benefit, maternity pay, maternity leave, childbirth allowance, maternity, pregnant, maternity allowance, paternity, parental leave',
  },
]);
