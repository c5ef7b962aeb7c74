/** What a start makes again, or what speaks of a process that is gone. The ledger is not among it: the node copies that. */
const LEFT_OUT: readonly RegExp[] = [
  /^lock$/,
  /^read-model\//,
  /^engine\//,
  // A bare node that was started in the same folder is a city of its own, and backed up as one.
  /^empty\//,
  /^\.year\//,
  /^api\.log$/,
  /(^|\/)process\.log$/,
  // Written, and not yet put in the place of what it replaces.
  /\.(new|tmp)$/,
];

/** Whether a backup does without this file of a city's folder, given relative to it. Whatever is not known is taken along. */
export const isLeftOut = (path: string): boolean => LEFT_OUT.some((pattern) => pattern.test(path));

export const isOfLedger = (path: string): boolean => path.startsWith('ledger/');
