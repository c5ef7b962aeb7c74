import type { Article, Language, ServiceManifest, Words } from '@minglu/service-kit';

/** One question of the form, one page each. Its words stand in the messages under `question.<id>` and `question.<id>.hint`. */
export interface FormQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  /** The public field it fills; a question about none is `sealed`. */
  readonly field?: string;
  /** The answer is sealed to the deciding organ and stands nowhere in public. */
  readonly sealed?: true;
  /** Longest sealed answer, in UTF-16 units; of a file, pages; of people, how many of them. */
  readonly max?: number;
  /** A sealed question that may be left open. */
  readonly optional?: true;
  /** What is asked of each of the people. Words under `question.<id>.<part>`. */
  readonly parts?: readonly PersonPart[];
  /** Asked only where an earlier choice was one of these. */
  readonly when?: { readonly question: string; readonly is: readonly string[] };
}

/**
 * `money` fills a field in 分. `file`: photos and PDFs, sealed page by page. `people`: a group that repeats, sealed. `licence`: one
 * that the applicant holds, looked up in the register.
 */
export type QuestionKind =
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

export interface PersonPart {
  readonly id: string;
  readonly max: number;
  readonly optional?: true;
}

export interface ServiceForm {
  readonly questions: readonly FormQuestion[];
}

export interface GuideMaterial {
  readonly paper: Words;
  /** 免提交 · 可容缺 · 必交 */
  readonly duty: 'not-asked' | 'may-follow' | 'required';
  readonly why: Words;
}

/** 办事指南, and the words the matter is found by. */
export interface ServiceGuideFile {
  readonly theme: string;
  readonly kind: string;
  readonly audience: 'person' | 'business' | 'both';
  readonly organ: Words;
  readonly aliases: readonly string[];
  readonly hints: readonly string[];
  readonly english: readonly string[];
  readonly conditions: readonly Words[];
  readonly materials: readonly GuideMaterial[];
  readonly promised: Words;
  readonly fee: Words;
  readonly sample: Words;
  readonly office: Words;
  readonly phone: string;
  readonly basis: readonly Article[];
  /** 最常见的 3 个补正 */
  readonly faults: readonly Words[];
  /** 可以接着办: matters that come after it. */
  readonly follows?: readonly string[];
}

/** What somebody answers, as a fixture or a step of the story writes it down. */
export interface SampleAnswers {
  readonly tradeName: string;
  readonly region: string;
  readonly scope?: readonly string[];
  readonly fields?: Readonly<Record<string, string | number>>;
}

export interface SampleApplication {
  /** What departments attest of the applicant. */
  readonly facts: Readonly<Record<string, boolean | number | string>>;
  readonly answers: SampleAnswers;
  /** What the register says of licences that it names; the story's ledger has them. */
  readonly licences?: Readonly<Record<string, SampleLicence>>;
  /** How many people a group has, by question. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Questions whose papers are there. */
  readonly papers?: readonly string[];
  readonly decision: 'grant' | 'propose';
}

export interface SampleLicence {
  readonly status: 'valid' | 'suspended';
  readonly region: string;
  readonly scope: readonly string[];
  readonly tradeName?: string;
  readonly isShown: boolean;
}

export interface ServiceFixtures {
  readonly smallest: SampleApplication;
  readonly largest: SampleApplication;
}

export type StoryStep =
  | {
      readonly act: 'apply';
      readonly case: string;
      readonly like: 'smallest' | 'largest';
      /** Changes to that fixture. */
      readonly facts?: Readonly<Record<string, boolean | number | string>>;
      readonly answers?: Partial<SampleAnswers>;
      /** Changes to what the register says, to the groups, and to the papers. */
      readonly licences?: Readonly<Record<string, SampleLicence>>;
      readonly counts?: Readonly<Record<string, number>>;
      readonly papers?: readonly string[];
      readonly manual?: true;
      readonly result: 'granted' | 'pending';
    }
  | { readonly act: 'decide'; readonly case: string; readonly decision: 'grant'; readonly result: 'granted' }
  | {
      readonly act: 'decide';
      readonly case: string;
      readonly decision: 'refuse';
      readonly reason: string;
      readonly result: 'refused';
    };

/** A day in the life of the service: who applies, who decides, and what is to come of it. */
export interface ServiceStory {
  readonly steps: readonly StoryStep[];
}

/** All that a service's folder says, but for its contract. */
export interface ServiceFolder {
  readonly manifest: ServiceManifest;
  readonly form: ServiceForm;
  readonly messages: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  readonly guide: ServiceGuideFile;
  readonly fixtures: ServiceFixtures;
  readonly story: ServiceStory;
}
