import type { MatterId } from './matter-id.ts';

/**
 * What people type, written before any of the search was, and before the words of the guides: each has one right matter.
 * A search is judged by them; nothing is to be tuned for a single one.
 */
export const phrases: readonly (readonly [typed: string, right: MatterId])[] = [
  // in everyday words
  ['开个小店要办什么证', 'individual-business'],
  ['摆摊卖衣服', 'individual-business'],
  ['开网店要执照吗', 'individual-business'],
  ['小店不干了想关门', 'individual-business-closing'],
  ['店铺搬家了执照地址怎么改', 'individual-business-change'],
  ['开饭馆', 'food-permit'],
  ['卖早点需要办什么', 'food-permit'],
  ['店里想卖烟', 'tobacco-licence'],
  ['开理发店的卫生证', 'hygiene-permit'],
  ['买了货车跑运输', 'road-freight-permit'],
  ['刚生完孩子开出生证', 'birth-certificate'],
  ['给宝宝上户口', 'household-birth'],
  ['领结婚证', 'marriage'],
  ['协议离婚怎么办', 'divorce'],
  ['身份证丢了', 'id-card'],
  ['外地人办暂住证', 'residence-permit'],
  ['租房取公积金', 'housing-fund'],
  ['二手房过户', 'property-transfer'],
  ['房产证改名字', 'property-transfer'],
  ['出国要办护照', 'passport'],
  ['去香港旅游签注', 'hong-kong-macau-permit'],
  ['被公司裁员了领补助', 'unemployment'],
  ['上班路上受伤了', 'work-injury'],
  ['家里困难想吃低保', 'minimum-living'],
  ['残疾人每个月的补贴', 'disability-subsidy'],
  ['孩子上小学报名', 'school-enrolment'],
  ['去外地看病能报销吗', 'medical-remote'],
  ['老人八十岁补贴', 'elder-allowance'],
  ['驾照到期了', 'driving-licence'],
  ['新车上牌', 'vehicle-registration'],
  // two characters
  ['执照', 'individual-business'],
  ['结婚', 'marriage'],
  ['护照', 'passport'],
  ['低保', 'minimum-living'],
  ['落户', 'household-move'],
  ['过户', 'property-transfer'],
  ['退休', 'pension-claim'],
  ['失业', 'unemployment'],
  // pinyin, whole and initials
  ['yingyezhizhao', 'individual-business'],
  ['jiehun', 'marriage'],
  ['shenfenzheng', 'id-card'],
  ['gongjijin tiqu', 'housing-fund'],
  ['juzhuzheng', 'residence-permit'],
  ['shi pin xu ke', 'food-permit'],
  ['huzhao', 'passport'],
  ['yyzz', 'individual-business'],
  ['sfz', 'id-card'],
  ['gjj', 'housing-fund'],
  ['cszm', 'birth-certificate'],
  ['wfzjl', 'no-crime-record'],
  // wrong characters
  ['营业直照', 'individual-business'],
  ['身份正丢失', 'id-card'],
  ['公基金提取', 'housing-fund'],
  ['居住政', 'residence-permit'],
  ['养老今', 'pension-claim'],
  ['无犯罪纪录证明', 'no-crime-record'],
  // English
  ['business license', 'individual-business'],
  ['birth certificate', 'birth-certificate'],
  ['passport', 'passport'],
  ['driving licence renewal', 'driving-licence'],
];

/** What no matter here answers: words and 12345, not a wrong hit. */
export const phrasesOfNone: readonly string[] = [
  '今天天气怎么样',
  '附近哪家火锅店好吃',
  '帮我写一首诗',
  '明天股票会涨吗',
  '苹果手机多少钱',
  '买火车票',
  '世界杯比分',
  'how to cook rice',
  'asdfghjkl',
  '彩票开奖号码',
];
