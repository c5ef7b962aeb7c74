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
  /** Organisation that states it, where a city has the service's folder alone to know it from. */
  readonly attester?: string;
}

/** A field that stands in public for ever, and the article that makes it public. */
export interface PublicField {
  readonly name: string;
  readonly words: Words;
  readonly article: Article;
  /** What it may be, where it is the service's own field and not one that every application has. */
  readonly value?: FieldValue;
}

/**
 * `max` is a text's length or a number's upper end, money's in 分; a choice's codes have their words in the messages, and
 * `other` is how long 其他 may be in words of the applicant's own. `of`: a licence of that kind, by its number.
 */
export type FieldValue = { readonly optional?: true } & (
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly other?: number }
  | { readonly kind: 'number' | 'money'; readonly min: number; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'licence'; readonly of: string }
);

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

/** A point an application may be returned for; the whole list of a case is told at once. */
export interface ReturnPoint {
  /** Small letters and hyphens. */
  readonly code: string;
  readonly words: Words;
  readonly article: Article;
}

/** What registration procedure leaves to a matter (市场主体登记管理条例 19, 33). */
export interface RegistrationTerms {
  /** Working days to a person's answer where somebody asks for one (个人信息保护法 24): no law counts them, the organ does. */
  readonly reviewWorkingDays: number;
  /** Days in which departments may object to a closing by the short procedure. */
  readonly closingDays: number;
  readonly points: readonly ReturnPoint[];
}

/** What a permit's law leaves to a matter (行政许可法 32, 42): clocks of working days, points that are told at once. */
export type PermitTerms = Omit<RegistrationTerms, 'closingDays'>;

/** What a service is, as data. What it decides stands in its contract. */
export interface ServiceManifest {
  readonly id: string;
  readonly version: number;
  readonly title: Words;
  readonly summary: Words;
  readonly licence: {
    readonly kind: string;
    readonly words: Words;
    /** Form of its numbers, as `JY{choice:format}{region}{serial:6}{check}`; without it, a 统一社会信用代码. */
    readonly number?: string;
  };
  readonly statutory: StatutoryClock;
  /** The organ's own promise, within the statutory time. */
  readonly promiseMs: number;
  readonly facts: readonly NeededFact[];
  readonly publicFields: readonly PublicField[];
  readonly refusalReasons: readonly RefusalReason[];
  /** Where the matter goes by the procedure of registration. */
  readonly registration?: RegistrationTerms;
  /** Where it is a permit under 行政许可法, with a clock of its own. */
  readonly permit?: PermitTerms;
  readonly feeCents: number;
}
