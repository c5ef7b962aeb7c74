import { open, readFile, rename } from 'node:fs/promises';
import {
  base64urlDecode,
  base64urlEncode,
  formatStrictJson,
  isJsonObject,
  type JsonObject,
  parseStrictJsonObject,
} from '@minglu/protocol';
import { CliError } from '../cli-error.ts';
import type { InvitationAnswer } from './invitation-code.ts';

export interface Invitation {
  /** Short, to speak of it by. */
  readonly id: string;
  readonly org: string;
  readonly roles: readonly string[];
  /** Milliseconds. */
  readonly until: number;
  readonly macKey: Uint8Array;
  /** Key it was used by; the same key may come again, where an admission stopped half way. */
  readonly usedBy?: string;
}

const MAX_LENGTH = 4_194_304;

/** Invitations of one administrator, in a file of theirs (mode 0600). */
export class InvitationBook {
  readonly #path: string;
  readonly invitations: readonly Invitation[];

  private constructor(path: string, invitations: readonly Invitation[]) {
    this.#path = path;
    this.invitations = invitations;
  }

  /** Empty where there is no file. Throws `plan-malformed`. */
  static async open(path: string): Promise<InvitationBook> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return new InvitationBook(path, []);
    try {
      const { type, invitations } = parseStrictJsonObject(text.trim(), MAX_LENGTH);
      if (type === 'minglu-invitations' && Array.isArray(invitations))
        return new InvitationBook(path, invitations.map(readInvitation));
    } catch {
      // falls through: what cannot be read is no book
    }
    throw new CliError('plan-malformed', { file: path });
  }

  async add(invitation: Invitation): Promise<void> {
    await this.#write([...this.invitations, invitation]);
  }

  /** Throws `invitation-unknown`. */
  async withdraw(id: string): Promise<void> {
    if (!this.invitations.some((one) => one.id === id)) throw new CliError('invitation-unknown', { id });
    await this.#write(this.invitations.filter((one) => one.id !== id));
  }

  /** The invitation an answer was made with. Throws `invitation-unknown`, `invitation-used`, `invitation-over`. */
  find(answer: InvitationAnswer, nowMs: number): Invitation {
    const invitation = this.invitations.find(({ macKey }) => answer.isMadeWith(macKey));
    if (invitation === undefined) throw new CliError('invitation-unknown');
    const { id, usedBy, until } = invitation;
    if (usedBy !== undefined && usedBy !== answer.key.kid) throw new CliError('invitation-used', { id });
    if (usedBy === undefined && until <= nowMs) throw new CliError('invitation-over', { id });
    return invitation;
  }

  /** On disk before the ledger hears of the key: a second answer with the same code comes too late whatever happens then. */
  async use({ id }: Invitation, kid: string): Promise<void> {
    await this.#write(this.invitations.map((one) => (one.id === id ? { ...one, usedBy: kid } : one)));
  }

  async #write(invitations: readonly Invitation[]): Promise<void> {
    const rows = invitations.map(
      ({ id, org, roles, until, macKey, usedBy }): JsonObject => ({
        ...{ id, org, roles: [...roles], until, macKey: base64urlEncode(macKey) },
        ...(usedBy === undefined ? {} : { usedBy }),
      }),
    );
    const file = await open(`${this.#path}.new`, 'w', 0o600);
    await file.writeFile(`${formatStrictJson({ v: 0, type: 'minglu-invitations', invitations: rows })}\n`);
    await file.sync();
    await file.close();
    await rename(`${this.#path}.new`, this.#path);
  }
}

function readInvitation(row: unknown): Invitation {
  if (!isJsonObject(row as JsonObject)) throw new TypeError('row');
  const { id, org, roles, until, macKey, usedBy } = row as JsonObject;
  if (!Array.isArray(roles) || typeof until !== 'number') throw new TypeError('row');
  return {
    ...{ id: String(id), org: String(org), roles: roles.map(String), until, macKey: base64urlDecode(String(macKey)) },
    ...(usedBy === undefined ? {} : { usedBy: String(usedBy) }),
  };
}
