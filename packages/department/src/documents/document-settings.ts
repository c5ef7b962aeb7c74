import type { ServiceMessages } from '../messages/message-texts.ts';

/** A code of the service's, its words and the article behind it. */
export interface CodeWords {
  readonly code: string;
  readonly words: string;
  /** As 《市场主体登记管理条例》第二十条. */
  readonly article: string;
}

/** What a department must know of a service to write about it. Of its own folder: the platform is not asked for words. */
export interface ServiceTexts {
  readonly id: string;
  /** As 个体工商户设立登记. */
  readonly title: string;
  /** As 个体工商户营业执照. */
  readonly licence: string;
  /** What an application may be returned for. */
  readonly points: readonly CodeWords[];
  readonly refusals: readonly CodeWords[];
  /** Codes of a scope's items with their names; a list, for strict JSON has no keys of digits. */
  readonly scope: readonly (readonly [code: string, name: string])[];
}

export interface DocumentSettings {
  /** 机关代字, as 明市监（演示）. */
  readonly mark: string;
  /** Words across the seal: 样章 in a demonstration. */
  readonly sealWords: string;
  /** 行政复议机关 by organisation, with the channel on the internet that the law asks for (行政复议法 22). */
  readonly reconsideration: Readonly<Record<string, { readonly name: string; readonly channel: string }>>;
  /** Which of them hears what this department decides, where a step does not say it itself. */
  readonly reconsiderationOrgan: string;
  /** Where pages are: the QR code leads there. */
  readonly portalUrl: string;
  readonly services: readonly ServiceTexts[];
  /** Templates of messages, of services that bring their own. */
  readonly messages?: ServiceMessages;
  /** The time-stamp authority by RFC 3161; without one documents bear no stamp. */
  readonly timeStamp?: TimeStampSettings;
}

export interface TimeStampSettings {
  /** Of its counter, with a slash at its end. */
  readonly url: string;
  /** base64url of SHA-256 over its certificate; where it is left out, that of the one that answers first. */
  readonly authority?: string;
}
