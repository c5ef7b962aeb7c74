import type { Words } from '@minglu/service-kit';

/** Who makes the branch happen. `time` acts only where the regulation itself says 视为. */
export type Actor = 'applicant' | 'machine' | 'officer' | 'head-of-office' | 'other-organ' | 'affected-person' | 'time';

/** How a branch ends, for the case or for what was issued. */
export type Outcome =
  | 'registered'
  | 'to-a-person'
  | 'waiting'
  | 'extended'
  | 'returned-with-list'
  | 'told-where-to-go'
  | 'not-registered'
  | 'under-review'
  | 'changed'
  | 'filed'
  | 'suspended'
  | 'resumed'
  | 'closed'
  | 'not-closed'
  | 'under-investigation'
  | 'annulled'
  | 'not-annulled'
  | 'restored'
  | 'revoked'
  | 'told-what-follows'
  | 'public';

/** One way the statute lets a matter go. Its articles are found from the clauses that name it. */
export interface Branch {
  readonly title: Words;
  readonly actor: Actor;
  readonly outcome: Outcome;
  /** Path, from the project's root, of the test that plays it in the browser; undefined while nobody plays it. */
  readonly story: string | undefined;
}

/** A row of a list of branches, as short as a line. */
export function branch(zh: string, en: string, actor: Actor, ending: { to: Outcome; story?: string }): Branch {
  return { title: { 'zh-CN': zh, en }, actor, outcome: ending.to, story: ending.story };
}
