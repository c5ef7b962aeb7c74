/** A sentence or name in the languages a service speaks. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

export type Language = keyof Words;

/** A citation as the statute is named and counted, e.g. `市场主体登记管理条例` and `第十九条`. */
export interface Article {
  readonly law: string;
  readonly article: string;
}

/** A predicate some department attests for one case. */
export interface NeededFact {
  readonly name: string;
  readonly type: 'boolean' | 'integer';
  readonly words: Words;
  readonly article: Article;
}

/** A field that stands in public for ever, and the article that makes it public. */
export interface PublicField {
  readonly name: string;
  readonly words: Words;
  readonly article: Article;
}

/** A code an officer may give for a refusal; the words of a case are sealed to its applicant. */
export interface RefusalReason {
  readonly code: string;
  readonly words: Words;
  readonly article: Article;
}

/** How long the law gives. Working days of the region's calendar; an extension needs the head's approval. */
export interface StatutoryClock {
  readonly workingDays: number;
  readonly extensionWorkingDays: number;
  readonly article: Article;
}

/** What a service is, as data. What it decides stands in its contract. */
export interface ServiceManifest {
  readonly id: string;
  readonly version: number;
  readonly title: Words;
  readonly summary: Words;
  readonly licence: { readonly kind: string; readonly words: Words };
  readonly statutory: StatutoryClock;
  /** The organ's own promise, within the statutory time. */
  readonly promiseMs: number;
  readonly facts: readonly NeededFact[];
  readonly publicFields: readonly PublicField[];
  readonly refusalReasons: readonly RefusalReason[];
  readonly feeCents: number;
}
