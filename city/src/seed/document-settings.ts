import type { DocumentSettings, ServiceTexts } from '@minglu/department';
import { classification, individualBusiness } from '@minglu/individual-business';
import { type DemoDepartment, GOVERNMENTS } from './organisations.ts';

interface Cited {
  readonly code: string;
  readonly words: { readonly 'zh-CN': string };
  readonly article: { readonly law: string; readonly article: string };
}

/** What a department of the demonstration knows for its documents. The channel for 复议 is an address nobody has (RFC 2606). */
export function documentSettings(portalUrl: string, { name, parent }: DemoDepartment): DocumentSettings {
  return {
    mark: name.replace('市场监督管理局', '市监'),
    sealWords: '样章',
    reconsideration: Object.fromEntries(
      GOVERNMENTS.map(({ id, name: hears }) => [id, { name: hears, channel: `https://fuyi.${id}.example/` }]),
    ),
    reconsiderationOrgan: parent,
    portalUrl,
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
    scope: classification.filter(([code]) => code.length === 4),
  };
}

function cited({ code, words, article }: Cited) {
  return { code, words: words['zh-CN'], article: `《${article.law}》${article.article}` };
}
