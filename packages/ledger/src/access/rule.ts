import type { Role } from '../state/role.ts';

/** Both ends counted. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * One line of who may do what, as data on the chain. It holds where everything it says holds (AND); a list holds where one
 * of its members does (OR). What a question does not say, no condition about it holds for: an allowing rule then gives
 * nothing, and a denying one is about something else.
 */
export interface AccessRule {
  readonly effect: 'allow' | 'deny';
  /** Names of deeds and reads; `cases.*` is the whole family. */
  readonly deeds: readonly string[];
  /** Held by the actor in the own organisation. */
  readonly roles?: readonly Role[];
  readonly keys?: readonly string[];
  /** Organisations in charge of what is acted on. */
  readonly organs?: readonly string[];
  /** The organisation in charge is this one or one below it. */
  readonly below?: string;
  /** Divisions by their own digits: `99`, `9901` or `990101`; a division holds those inside it. */
  readonly regions?: readonly string[];
  readonly services?: readonly string[];
  readonly grades?: Range;
  readonly purposes?: readonly string[];
  readonly assurance?: Range;
  /** Minutes of the day in China, 0 to 1439. */
  readonly hours?: Range;
  readonly from?: number;
  /** The rule is over at this instant. */
  readonly until?: number;
}

export interface StoredRule extends AccessRule {
  /** Id of the transaction that proposed or asked for it. */
  readonly id: string;
  /** Keys of those who brought it into force. */
  readonly by: readonly string[];
}
