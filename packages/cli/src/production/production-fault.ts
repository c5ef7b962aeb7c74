/** Why a node or a department's process does not go into service. All that hold are said at once. */
export type ProductionFaultCode =
  | 'clock-off'
  | 'clock-unchecked'
  | 'debug'
  | 'default-credential'
  | 'demo-chain'
  | 'demo-key'
  | 'demo-people'
  | 'demo-sign-in'
  | 'key-readable'
  | 'metrics-open'
  | 'tls-missing'
  | 'tls-unchecked'
  | 'tls-unfit';

export interface ProductionFault {
  readonly code: ProductionFaultCode;
  /** Where: names of files, hosts and settings, never a secret. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a process may go into service without, and somebody should know. */
export interface ProductionWarning {
  readonly code: 'collector-missing';
}

/** EX_CONFIG of sysexits.h: a service manager that knows it does not start the same configuration again. */
export const PRODUCTION_REFUSED = 78;
