/** A way to a department's counter for documents: where it is, and what opens it. */
export interface DocumentDoor {
  readonly endpoint: string;
  /** A token of that department's; `again` where the last one was not taken any more. */
  token(again: boolean): Promise<string>;
}
