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
  /** Every class of the catalogue, written short; there where the service has a catalogue of its own, which is another file. */
  readonly codes?: string;
  /** How a name is put together and what it may not have. */
  readonly nameRule?: NameRule;
  /** What must be approved first, and by whom. */
  readonly priorApprovals?: readonly PriorApproval[];
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

/** An article of a law, as it is cited. */
export interface Cited {
  readonly law: string;
  readonly article: string;
}

/** Approval by another organ before the registration. */
export interface PriorApproval extends Record<'item' | 'authority', string> {
  readonly article: Cited;
  readonly codes: readonly string[];
  readonly enterprisesOnly: boolean;
}

/** A name's parts and the words it may not have; each is explained by the service's message `name.<code>`. */
export interface NameRule {
  readonly partsArticle: Cited;
  readonly forms: readonly string[];
  readonly suffix: string;
  readonly charactersArticle: Cited;
  readonly shopNameArticle: Cited;
  readonly forbidden: readonly { readonly code: string; readonly article: Cited; readonly words: readonly string[] }[];
}

/** A question of a service's own; its words are the service's, under `question.<id>`. */
export interface FormQuestion {
  readonly id: string;
  readonly kind:
    | 'text'
    | 'choice'
    | 'number'
    | 'money'
    | 'date'
    | 'region'
    | 'scope'
    | 'operator'
    | 'file'
    | 'people'
    | 'licence';
  /** The public field it fills. */
  readonly field?: string;
  /** Sealed to the organ, and nowhere in public. */
  readonly sealed?: true;
  /** Of a text, its length; of a file, pages; of people, how many. */
  readonly max?: number;
  /** Sealed, and may be left open. */
  readonly optional?: true;
  /** What is asked of each person. */
  readonly parts?: readonly PersonPart[];
  /** Asked only where an earlier choice was one of these. */
  readonly when?: { readonly question: string; readonly is: readonly string[] };
}

export interface PersonPart {
  readonly id: string;
  readonly max: number;
  readonly optional?: true;
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
    | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly other?: number }
    /** Money is in 分. */
    | { readonly kind: 'number' | 'money'; readonly min: number; readonly max: number }
    | { readonly kind: 'date' }
    | { readonly kind: 'licence'; readonly of: string }
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
  /** Its licences are kept by the market registers: changes, 歇业, closings. A permit ends by its own law. */
  readonly isRegistration: boolean;
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

/** Names of scopes; a code that the service's short list does not have stays a code. */
export function namesOfScope(service: Service | undefined, codes: readonly string[], language: string): string[] {
  return codes.map((code) => {
    const item = service?.scope.find((one) => one.code === code);
    if (item === undefined) return code;
    return language === 'en' ? item.english : item.name;
  });
}
