/** Somebody who can sign in at 统一身份认证（演示）: invented, as everybody here. */
export interface IdentityAccount {
  /** The `sub` of every token. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** The highest level that this person has the means for. */
  readonly level: 1 | 2 | 3;
  /** The organisation that knows the person. */
  readonly organisation: string;
}
