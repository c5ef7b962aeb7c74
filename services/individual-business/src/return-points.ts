import type { Article, ReturnPoint } from '@minglu/service-kit';
import { articles } from './articles.ts';

/** Apart from those the contract cites: its text, and so its identity, does not change with them. */
const papers: Article = { law: '市场主体登记管理条例', article: '第十六条第一款' };
const notarised: Article = { law: '市场主体登记管理条例实施细则', article: '第二十四条第二款' };
const dispute: Article = { law: '市场主体登记管理条例实施细则', article: '第十九条第二款' };
const clearance: Article = { law: '市场主体登记管理条例实施细则', article: '第四十六条第一款' };
const unreachable: Article = { law: '市场主体登记管理条例实施细则', article: '第二十条第二款' };
const closingApproval: Article = { law: '市场主体登记管理条例', article: '第三十一条第二款' };
const premises: Article = { law: '市场主体登记管理条例', article: '第十一条' };

/** What a registrar may find missing or out of form: 一次性告知 names all that apply. */
export const returnPoints: readonly ReturnPoint[] = [
  {
    code: 'premises-paper',
    words: { 'zh-CN': '未提交经营场所相关文件', en: 'No document on the premises was given' },
    article: papers,
  },
  {
    code: 'premises-paper-unclear',
    words: { 'zh-CN': '经营场所文件缺页或者看不清', en: 'The document on the premises lacks pages or cannot be read' },
    article: papers,
  },
  {
    code: 'premises-address-differs',
    words: { 'zh-CN': '填写的地址与经营场所文件不一致', en: 'The address differs from the document on the premises' },
    article: premises,
  },
  {
    code: 'scope-words',
    words: {
      'zh-CN': '经营范围未按照经营项目分类标准填写',
      en: 'The scope is not written by the published catalogue',
    },
    article: articles.scopeCatalogue,
  },
  {
    code: 'prior-approval',
    words: { 'zh-CN': '未提交登记前须经批准项目的批准文件', en: 'The approval that must come first was not given' },
    article: articles.priorApproval,
  },
  {
    code: 'prior-approval-stale',
    words: {
      'zh-CN': '批准文件已过有效期，或者未规定有效期且批准超过 90 日，请报审批机关确认效力或者另行报批',
      en: 'The approval has lapsed, or states no term and is older than 90 days: have it confirmed or apply for it again',
    },
    article: articles.approvalInForce,
  },
  {
    code: 'family-members',
    words: {
      'zh-CN': '家庭经营的，请备案参加经营的家庭成员姓名',
      en: 'Run by a family: file the names of its members',
    },
    article: articles.composition,
  },
  {
    code: 'labour-income',
    words: {
      'zh-CN': '十六、十七周岁的，请提交以自己的劳动收入为主要生活来源的材料',
      en: 'Sixteen or seventeen: show that you live mainly on your own labour',
    },
    article: articles.capacity,
  },
  {
    code: 'notarised-identity',
    words: {
      'zh-CN': '香港、澳门、台湾地区申请人，请按规定提交身份证明的公证文件',
      en: 'From Hong Kong, Macau or Taiwan: the notarised proof of identity the rules ask for',
    },
    article: notarised,
  },
  {
    code: 'other-form',
    words: {
      'zh-CN': '外国人不能登记为个体工商户，可以申请设立外商投资企业',
      en: 'A foreign national cannot register as an individual business; apply for a foreign-invested enterprise',
    },
    article: articles.citizen,
  },
  {
    code: 'dispute-pending',
    words: {
      'zh-CN': '利害关系人已提起诉讼或者仲裁，影响登记，请在终结后申请',
      en: 'A lawsuit or arbitration stands in the way: apply when it has ended',
    },
    article: dispute,
  },
  {
    code: 'identity',
    words: {
      'zh-CN': '未完成实名验证或者身份证明不符合要求',
      en: 'The identity was not verified, or its proof is not in form',
    },
    article: articles.realName,
  },
  {
    code: 'name',
    words: { 'zh-CN': '名称需要更换', en: 'Another trade name is needed' },
    article: articles.tradeName,
  },
  {
    code: 'premises-change',
    words: {
      'zh-CN': '已列入经营异常名录，请一并申请变更经营场所',
      en: 'Listed as not reachable: apply for the change of the premises as well',
    },
    article: unreachable,
  },
  {
    code: 'tax-clearance',
    words: { 'zh-CN': '未提交税务部门出具的清税证明', en: 'The tax clearance was not given' },
    article: clearance,
  },
  {
    code: 'closing-approval',
    words: {
      'zh-CN': '注销依法须经批准，请先取得批准文件',
      en: 'Closing needs an approval first, and none was given',
    },
    article: closingApproval,
  },
];
