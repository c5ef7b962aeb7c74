import { mattersOf } from '../matter.ts';

export const identityMatters = mattersOf('identity', [
  {
    id: 'id-card',
    zh: '居民身份证办理',
    en: 'Identity card',
    about: '首次申领、到期换领、丢失补领身份证。',
    aboutEn: 'First card, renewal, or replacing a lost one.',
    of: ['police-document', 'person', 'police'],
    aliases:
      '身份证 居民身份证 办身份证 补办身份证 补身份证 换身份证 身份证丢失 身份证丢了 身份证到期 身份证过期 身份证补领 身份证换领 临时身份证 二代证 身分证 办理身份证 新身份证 孩子身份证 身份证换新 身份证找不到 身份证明 身份证挂失 临时身份 补一张身份证 异地办身份证 身份证没了 身份证被偷 小孩办身份证 身份证快到期 身份证坏了',
    hints: '证件到期 证丢了 派出所 挂失 换新证 钱包丢了 照相 指纹 坐飞机 满十六岁 证件 被偷 掉了 没带 补证',
    english:
      'id card, identity card, lost id, renew id, national id, identity document, lost my id, new id card, id renewal',
  },
  {
    id: 'residence-permit',
    zh: '居住证申领和签注',
    en: 'Residence permit',
    about: '在外地住满半年的人申领居住证，每年签注一次。',
    aboutEn: 'For people living away from their household place for half a year; endorsed every year.',
    of: ['police-document', 'person', 'police'],
    aliases:
      '居住证 暂住证 居住证签注 居住证续签 办居住证 居住证办理 居住登记 暂住登记 流动人口登记 居住证到期 居住证明 居住证续期 居住证年审 临时居住证 外来人员登记 工作居住证 外地人登记 暂住 外地人居住 办暂住 登记暂住 居住证明怎么开',
    hints:
      '外地人 流动人口 租房 签注 外地户口 打工 外乡人 外来 租房子 住满半年 非本地 外省 务工 续签 外地来的 外地打工 租住 社区登记 人口登记',
    english:
      'residence permit, temporary residence, living permit, residence card, temporary residence permit, migrant worker, stay permit',
  },
  {
    id: 'household-move',
    zh: '户口迁移',
    en: 'Moving the household registration',
    about: '工作、购房、投靠亲属等，把户口迁到这里或者迁出去。',
    aboutEn: 'Move your household registration here or away.',
    of: ['police-document', 'person', 'police'],
    aliases:
      '落户 户口迁移 迁户口 户口迁入 户口迁出 转户口 人才落户 购房落户 买房落户 积分落户 投靠落户 户口转移 准迁证 大学生落户 户口本补办 补办户口本 分户 户口迁到 把户口迁 迁户 户口转 户口挂靠 随军落户 夫妻投靠 转为城镇户口 农转非 集体户口 户口本丢了 换户口本 改户口 户口迁过来 改名字户口 改民族 毕业落户 研究生落户 迁来 把户口 户口落到',
    hints:
      '户口 户籍 迁移 迁入 户口本 户口簿 投靠 迁走 城里户口 落到 城里 外地迁 户主 学校户口 毕业 户口所在地 搬来 入户 大专 本科 研究生 学历 高校',
    english:
      'hukou, household registration, move hukou, hukou transfer, household transfer, change household, move my hukou, transfer residence, hukou book',
  },
  {
    id: 'household-death',
    zh: '死亡注销户口',
    en: 'Removing a deceased person from the register',
    about: '亲人去世后注销户口。',
    aboutEn: 'After a death in the family.',
    of: ['police-document', 'person', 'police'],
    aliases:
      '注销户口 户口注销 死亡登记 销户口 死亡销户 死亡注销 死亡证明 去世销户 亡故销户 人死销户 死亡证 开死亡证明 火化证明 去世登记 人没了销户 过世销户 户口销掉',
    hints:
      '去世 过世 死亡 死了 亲人去世 户口 老人走了 销户 走了 亡故 病逝 离世 老人没了 人没了 销掉 父亲去世 母亲去世 爷爷去世',
    english: 'death registration, death certificate, cancel household, deceased, someone died, death, report a death',
  },
  {
    id: 'passport',
    zh: '普通护照签发',
    en: 'Ordinary passport',
    about: '出国用的护照：首次申领、换发、补发。',
    aboutEn: 'First passport, renewal, or replacement.',
    of: ['police-document', 'person', 'immigration'],
    aliases:
      '护照 办护照 换护照 护照到期 护照过期 护照补办 护照丢了 普通护照 因私护照 出国护照 办本护照 护照换发 护照补发 护照续签 孩子护照 第一次出国 出国要办什么 出国办什么',
    hints: '出国 出境 国外 留学 出国旅游 旅行 境外 移民 出去玩 国外旅游',
    english: 'passport, travel abroad, go abroad, renew passport, travel document, overseas travel, travel overseas',
  },
  {
    id: 'hong-kong-macau-permit',
    zh: '往来港澳通行证和签注',
    en: 'Travel permit for Hong Kong and Macau',
    about: '去香港、澳门的通行证和签注。',
    aboutEn: 'Permit and endorsement for Hong Kong and Macau.',
    of: ['police-document', 'person', 'immigration'],
    aliases:
      '港澳通行证 港澳证 港澳签注 去香港 去澳门 香港通行证 澳门通行证 香港签注 港澳游签注 港澳台通行证 台湾通行证 去台湾 赴港 赴澳 香港旅游 澳门旅游 去港澳',
    hints: '香港 澳门 港澳 签注 通行证 旅游 台湾 过关 港珠澳',
    english:
      'hong kong permit, macau permit, hong kong, macau, travel permit, exit endorsement, hk permit, hongkong, macao, taiwan permit',
  },
  {
    id: 'no-crime-record',
    zh: '有无违法犯罪记录证明出具',
    en: 'Certificate of no criminal record',
    about: '找工作、出国等需要的无犯罪记录证明。',
    aboutEn: 'For work or going abroad.',
    of: ['public-service', 'person', 'police'],
    aliases:
      '无犯罪证明 无犯罪记录 犯罪记录证明 政审证明 无刑事犯罪证明 没犯过罪的证明 无案底证明 没有案底 无犯罪 开无犯罪 良民证 个人犯罪记录 无违法证明 品行证明 证明没犯罪',
    hints: '犯罪 政审 案底 违法 证明 派出所证明 应聘 入职 前科 背景调查 背调 网约车 没坐过牢 单位要 清白 犯过事',
    english:
      'no criminal record, criminal record certificate, police clearance, background check, clean record, police certificate, criminal record, no criminal',
  },
]);
