import type { JsonObject } from '@minglu/protocol';
import type { ScopeItem } from '../forms/search-scope.ts';

/** A text in the languages a service speaks. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** What a service tells people about itself beside its record on the chain; written from its folder when the portal is built. */
export interface ServiceGuide {
  readonly title: Words;
  readonly summary: Words;
  /** The service's own sentences by key: questions, hints, rules of its contract. */
  readonly messages: Readonly<Record<keyof Words, Readonly<Record<string, string>>>>;
  readonly scope: readonly ScopeItem[];
  /** All levels of the classification that the scope is written by: code and name, each under the one before. */
  readonly classification?: readonly (readonly [code: string, name: string])[];
  /** Matters that tell how a permit is had that comes after the licence. */
  readonly permitGuides?: Readonly<Record<string, string>>;
  /** The statute's words by the article as a trace cites it. */
  readonly quotes?: Readonly<Record<string, string>>;
  /** What an application may be returned for. */
  readonly points?: readonly { readonly code: string; readonly words: Words }[];
  readonly refusalReasons: readonly { readonly code: string; readonly words: Words }[];
  /** Its questions, where the service brings them as data. */
  readonly form?: OwnForm;
  readonly publicFields?: readonly PublicField[];
  /** What is issued. */
  readonly licence?: Words;
}

/** A question of a service's own; its words are the service's, under `question.<id>`. */
export interface FormQuestion {
  readonly id: string;
  readonly kind: 'text' | 'choice' | 'number' | 'date' | 'region' | 'scope' | 'operator';
  /** The public field it fills. */
  readonly field?: string;
  /** Sealed to the organ, and nowhere in public. */
  readonly sealed?: true;
  readonly max?: number;
}

export interface OwnForm {
  readonly questions: readonly FormQuestion[];
}

export interface PublicField {
  readonly name: string;
  readonly words: Words;
  /** There for fields of the service's own. */
  readonly value?: { readonly optional?: true } & (
    | { readonly kind: 'text'; readonly max: number }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    | { readonly kind: 'number'; readonly min: number; readonly max: number }
    | { readonly kind: 'date' }
  );
}

/** Who answers for a service in a district. */
export interface Office {
  readonly region: string;
  readonly organ: string;
  readonly organName: string;
  readonly sealingKey: JsonObject | undefined;
}

/** A service as the form needs it. */
export interface Service extends ServiceGuide {
  readonly id: string;
  /** Of the service on the chain. */
  readonly version: number;
  /** The ledger has a procedure for it: clocks, withdrawal, review by a person. */
  readonly hasProcedure: boolean;
  /** What its licences are called on the ledger. */
  readonly kind: string;
  readonly organ: string;
  readonly organName: string;
  /** The organ's public key for sealing, as JWK; without one nothing can be sealed and nothing is sent. */
  readonly sealingKey: JsonObject | undefined;
  /** By district; none where one organ answers for all. */
  readonly offices: readonly Office[];
  /** Organisations whose word the contract takes about the applicant. */
  readonly attesters: readonly string[];
  /** Who speaks besides in matters about a licence (清税证明); undefined where a person decides each of those. */
  readonly matterAttesters: readonly string[] | undefined;
  /** How long a person may take, in milliseconds. */
  readonly promiseMs: number;
}

export function wordsIn(words: Words, language: string): string {
  return language === 'en' ? words.en : words['zh-CN'];
}

/** A sentence of the service's own; undefined where it has none for the key. */
export function findServiceWords(service: Service | undefined, key: string, language: string): string | undefined {
  return service?.messages[language === 'en' ? 'en' : 'zh-CN'][key];
}

/** Names of scopes; of the standard where the service does not list a code. */
export function namesOfScope(service: Service | undefined, codes: readonly string[], language: string): string[] {
  return codes.map((code) => {
    const item = service?.scope.find((one) => one.code === code);
    if (item === undefined) return service?.classification?.find(([one]) => one === code)?.[1] ?? code;
    return language === 'en' ? item.english : item.name;
  });
}
