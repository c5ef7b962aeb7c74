import type { ServiceManifest } from '@minglu/service-kit';
import { articles } from './articles.ts';
import { returnPoints } from './return-points.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** 个体工商户设立登记, national item 000131128000. */
export const manifest: ServiceManifest = {
  id: 'individual-business',
  version: 3,
  title: { 'zh-CN': '个体工商户设立登记', en: 'Registering an individual business' },
  summary: {
    'zh-CN': '开小店、办摊位、开网店，先登记，领营业执照。材料齐全、符合规定的，当场办结。',
    en: 'Open a shop, a stall or an online store: register first and get your business licence. If everything is in order it is granted at once.',
  },
  licence: { kind: 'individual-business', words: { 'zh-CN': '个体工商户营业执照', en: 'Individual business licence' } },
  statutory: { workingDays: 3, extensionWorkingDays: 3, article: articles.review },
  // Three calendar days are never later than three working days, whatever the calendar says.
  promiseMs: 3 * DAY_MS,
  facts: [
    {
      name: 'identity-level',
      type: 'integer',
      words: { 'zh-CN': '实名认证等级', en: 'How well your identity was checked' },
      article: articles.realName,
    },
    {
      name: 'age-at-least-18',
      type: 'boolean',
      words: { 'zh-CN': '是否年满十八周岁', en: 'Whether you are eighteen or older' },
      article: articles.capacity,
    },
    {
      name: 'mainland-resident',
      type: 'boolean',
      words: { 'zh-CN': '是否内地居民', en: 'Whether you are a resident of the mainland' },
      article: articles.citizen,
    },
    {
      name: 'no-registration-bar',
      type: 'boolean',
      words: {
        'zh-CN': '是否不在三年内不得申请登记的期限内',
        en: 'Whether no three-year bar on registering stands against you',
      },
      article: articles.noBar,
    },
    {
      name: 'premises-on-record',
      type: 'boolean',
      words: {
        'zh-CN': '是否已有经营场所的产权或者租赁登记信息',
        en: 'Whether a title or lease of your premises is on record',
      },
      article: articles.premises,
    },
  ],
  publicFields: [
    { name: 'tradeName', words: { 'zh-CN': '名称', en: 'Trade name' }, article: articles.onTheLicence },
    { name: 'scope', words: { 'zh-CN': '经营范围', en: 'Scope of business' }, article: articles.onTheLicence },
    {
      name: 'composition',
      words: { 'zh-CN': '组成形式', en: 'Run by' },
      article: articles.onTheLicence,
      value: { kind: 'choice', choices: ['personal', 'family'], optional: true },
    },
    {
      name: 'premises-kind',
      words: { 'zh-CN': '经营场所类别', en: 'Kind of premises' },
      article: articles.onTheLicence,
      value: { kind: 'choice', choices: ['address', 'platform'], optional: true },
    },
    {
      name: 'premises',
      words: { 'zh-CN': '经营场所', en: 'Premises' },
      article: articles.onTheLicence,
      value: { kind: 'text', max: 120, optional: true },
    },
    { name: 'region', words: { 'zh-CN': '登记地区', en: 'Region' }, article: articles.publicity },
  ],
  refusalReasons: [
    {
      code: 'MATERIALS-INCOMPLETE',
      words: {
        'zh-CN': '申请材料不齐全或者不符合法定形式，补齐后请重新提交',
        en: 'Papers are missing or not in the form the law asks for; complete them and apply again',
      },
      article: articles.materials,
    },
    {
      code: 'PRIOR-APPROVAL-MISSING',
      words: {
        'zh-CN': '经营范围中有登记前须经批准的项目，未提交批准文件',
        en: 'Part of the scope needs an approval first, and none was given',
      },
      article: articles.priorApproval,
    },
    {
      code: 'SCOPE-NOT-ALLOWED',
      words: { 'zh-CN': '经营范围不符合法律、行政法规规定', en: 'The scope is not allowed by law' },
      article: articles.notRegistered,
    },
    {
      code: 'NAME-NOT-ALLOWED',
      words: { 'zh-CN': '名称不符合法律、行政法规规定', en: 'The trade name is not allowed by law' },
      article: articles.notRegistered,
    },
    {
      code: 'NO-CAPACITY',
      words: { 'zh-CN': '申请人不具备完全民事行为能力', en: 'The applicant does not have full legal capacity' },
      article: articles.capacity,
    },
    {
      code: 'BARRED-THREE-YEARS',
      words: {
        'zh-CN': '虚假登记的直接责任人，自登记被撤销之日起三年内不得再次申请',
        en: 'Answerable for a false registration that was annulled less than three years ago',
      },
      article: articles.noBar,
    },
    {
      code: 'IDENTITY-NOT-VERIFIED',
      words: { 'zh-CN': '未完成实名核验', en: 'The identity was not verified' },
      article: articles.realName,
    },
    {
      code: 'OTHER-JURISDICTION',
      words: {
        'zh-CN': '不属于本登记机关管辖，请向有管辖权的机关申请',
        en: 'Another registration office is in charge',
      },
      article: articles.jurisdiction,
    },
  ],
  registration: { reviewWorkingDays: 5, closingDays: 10, points: returnPoints },
  feeCents: 0,
};
