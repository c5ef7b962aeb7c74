import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { type AuditEntry, type OpenAuditStream, openAuditStream } from '@minglu/audit';
import { DepartmentError } from '../department-error.ts';

export interface DepartmentTrailOptions {
  /** Of the department. */
  readonly directory: string;
  readonly organisation: string;
  /** Of the blind index: an account is no name, and nobody outside can find one. */
  readonly secret: Uint8Array;
  clock(): number;
}

export type DepartmentEntry = Omit<AuditEntry, 'via' | 'at'>;

/** What this department's own process opened, told and signed. It is here that words are read, so it is here that it is kept who read them. */
export class DepartmentTrail {
  readonly stream: OpenAuditStream;
  readonly organisation: string;
  readonly #secret: Uint8Array;
  readonly #clock: () => number;

  private constructor(stream: OpenAuditStream, { organisation, secret, clock }: DepartmentTrailOptions) {
    this.stream = stream;
    this.organisation = organisation;
    this.#secret = secret;
    this.#clock = clock;
  }

  /** Throws `audit-damaged`: a department whose trail was changed opens nothing until somebody has looked. */
  static async open(options: DepartmentTrailOptions): Promise<DepartmentTrail> {
    const directory = join(options.directory, 'audit');
    const stream = `department:${options.organisation}`;
    return new DepartmentTrail(await openAuditStream({ directory, stream }), options);
  }

  /** Throws `audit-unavailable`: then nothing is told. */
  async append(entry: DepartmentEntry): Promise<void> {
    try {
      await this.stream.append({ ...entry, at: this.#clock(), via: this.stream.name });
    } catch {
      throw new DepartmentError('audit-unavailable');
    }
  }

  /** Words of a case that the process itself opened, for a document, a message or its index. */
  opened(id: string, kid: string, purpose: string): Promise<void> {
    const actor = { kid, org: this.organisation };
    return this.append({
      kind: 'unmask',
      action: 'sealed.open',
      actor,
      object: `case/${id}`,
      case: id,
      purpose,
      result: 'allowed',
    });
  }

  /** Of somebody in the register, as lines name them. */
  accountOf(person: string): string {
    return createHmac('sha256', this.#secret).update(`account\n${person}`).digest('base64url');
  }

  close(): Promise<void> {
    return this.stream.close();
  }
}
