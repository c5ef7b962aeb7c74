import type { DocumentSettings, ServiceTexts } from '@minglu/department';
import { individualBusiness, scopeItems } from '@minglu/individual-business';
import { type DemoDepartment, GOVERNMENTS } from './organisations.ts';

interface Cited {
  readonly code: string;
  readonly words: { readonly 'zh-CN': string };
  readonly article: { readonly law: string; readonly article: string };
}

/** The authority whose stamps the documents bear; nobody's in earnest. */
export const TIME_STAMP_NAME = '云岭省时间戳服务中心（演示）';
export const TIME_STAMP_WORDS = '时间戳（样章）';

/** What a department of the demonstration knows for its documents. The channel for 复议 is an address nobody has (RFC 2606). */
export function documentSettings(
  portalUrl: string,
  { name, parent }: DemoDepartment,
  timeStampUrl: string,
): DocumentSettings {
  return {
    mark: name.replace('市场监督管理局', '市监'),
    sealWords: '样章',
    reconsideration: Object.fromEntries(
      GOVERNMENTS.map(({ id, name: hears }) => [id, { name: hears, channel: `https://fuyi.${id}.example/` }]),
    ),
    reconsiderationOrgan: parent,
    portalUrl,
    timeStamp: { url: timeStampUrl },
    services: [individualBusinessTexts()],
  };
}

function individualBusinessTexts(): ServiceTexts {
  const { id, title, licence, registration, refusalReasons } = individualBusiness.manifest;
  return {
    id,
    title: title['zh-CN'],
    licence: licence.words['zh-CN'],
    points: (registration?.points ?? []).map(cited),
    refusals: refusalReasons.map(cited),
    scope: scopeItems.map(({ code, name }) => [code, name] as const),
  };
}

function cited({ code, words, article }: Cited) {
  return { code, words: words['zh-CN'], article: `《${article.law}》${article.article}` };
}
