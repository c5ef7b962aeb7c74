/** A row of a department's own register. It never leaves the department's process except to the person it is about. */
export interface Person {
  /** The department's own handle, e.g. `wang`; nothing outside may depend on it. */
  readonly id: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate: string;
  /** 1 phone, 2 document and face, 3 certificate. */
  readonly identityLevel: 1 | 2 | 3;
  readonly phone: string;
  /** Roles held in this department: `registrar`, `administrator`; empty for a citizen. */
  readonly duties: readonly string[];
  /** One line for a demonstration's sign-in list. */
  readonly note: string;
}
