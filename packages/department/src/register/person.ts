/** What the province's registers, and the property and lease registers shared with them, say about somebody. */
export interface RegistrationFile {
  /** Last day, `YYYY-MM-DD`, of three years after a false registration was annulled (市场主体登记管理条例 40). */
  readonly barredUntil?: string;
  /** Last day of five years after a food permit was revoked as a penalty (食品安全法 135). */
  readonly foodBarredUntil?: string;
  /** A title or a lease of premises is on record (条例 16: then nothing is asked for again). */
  readonly premises: boolean;
}

/** What one person may be to another, as a register of persons knows it: 监护人 (民法典 27, 28), 近亲属 (1045). */
export type Kinship = 'guardian' | 'close-relative';

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
  /** 住址 as the identity document has it; unknown when left out. */
  readonly address?: string;
  /** Whose permanent resident the person is; of the mainland when left out. */
  readonly residence?: 'mainland' | 'hong-kong-macau' | 'taiwan' | 'foreign';
  /** Who is what to this person: handles of other rows. */
  readonly kin?: Readonly<Partial<Record<Kinship, readonly string[]>>>;
  /** What a registrar's register has on file. A row that has it is no identity record: it speaks of this and of nothing else. */
  readonly registration?: RegistrationFile;
  /** What a tax office's register has: whether anything is owed. Such a row is no identity record either. */
  readonly taxes?: 'cleared' | 'owed';
  /** Roles held in this department: `registrar`, `administrator`; empty for a citizen. */
  readonly duties: readonly string[];
  /** One line for a demonstration's sign-in list. */
  readonly note: string;
}
