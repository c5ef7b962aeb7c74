/** Everything that can be wrong with a service's folder. Closed: the command line has words for each, and a test compares. */
export const findingCodes = [
  // the files
  'file-missing',
  'json-malformed',
  'member-missing',
  'member-unknown',
  'member-unfit',
  // what they say of each other
  'words-missing',
  'article-missing',
  'field-not-asked',
  'field-asked-twice',
  'field-unknown',
  'question-unfit',
  'code-repeated',
  'question-unreachable',
  'number-form-unfit',
  'fact-unattested',
  // what people are told
  'message-without-template',
  'message-personal',
  // the contract
  'contract-not-built',
  'contract-failed',
  'contract-expensive',
  'contract-not-deterministic',
  'contract-answer-malformed',
  'contract-never-grants',
  'rule-without-article',
  'rule-without-words',
  'fact-undeclared',
  // the samples
  'sample-unfit',
  'sample-decision',
  'story-refused',
  'story-outcome',
  'story-thin',
  'story-missing',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** One thing wrong, with its place: the file, and where in it. */
export interface Finding {
  readonly code: FindingCode;
  readonly file: string;
  /** Path of members in the file, as `publicFields[2].article`; empty for the whole of it. */
  readonly at: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}
