import type { DocumentSettings, ServiceTexts } from '@minglu/department';
import { classification, individualBusiness } from '@minglu/individual-business';
import { newestServices } from '../services/city-services.ts';
import type { ServiceBundle } from '../services/service-bundle.ts';
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
  { portalUrl, timeStampUrl }: { readonly portalUrl: string; readonly timeStampUrl: string },
  { name, parent }: DemoDepartment,
  bundles: readonly ServiceBundle[] = [],
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
    messages: Object.fromEntries(newestServices(bundles).map(messagesOf)),
  };
}

/** `message.granted` in a bundle is what is said when it is granted. */
function messagesOf({ manifest, messages }: ServiceBundle) {
  const templates = (words: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(words).flatMap(([key, text]) =>
        key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), text]] : [],
      ),
    );
  return [manifest.id, { 'zh-CN': templates(messages['zh-CN']), en: templates(messages.en) }] as const;
}

const PREFIX = 'message.';

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
