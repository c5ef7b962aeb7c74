import type { Article, ReturnPoint } from '@minglu/service-kit';
import { articles } from './articles.ts';

/** Apart from those the contract cites: its text, and so its identity, does not change with them. */
const papers: Article = { law: '市场主体登记管理条例', article: '第十六条第一款' };
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
