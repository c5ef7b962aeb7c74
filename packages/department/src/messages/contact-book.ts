import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatStrictJson, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { writeDurably } from '../storage/write-durably.ts';
import type { Contact } from './contact.ts';

/**
 * One small file a case, mode 0600. Not a log: whoever takes back an address may expect that it is gone, and a file that
 * is only ever appended to keeps everything.
 */
export class ContactBook {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** @param caseId canonical base64url, checked before: it names the file */
  async find(caseId: string): Promise<Contact | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path(caseId), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return parseStrictJsonObject(text) as unknown as Contact;
    } catch {
      throw new DepartmentError('store-damaged', { file: 'contact' });
    }
  }

  /** On disk when it returns. A proof older than what stands is `proof-refused`: somebody plays an old letter again. */
  async put(caseId: string, contact: Contact): Promise<void> {
    const before = await this.find(caseId);
    if (before !== undefined && before.at > contact.at) throw new DepartmentError('proof-refused');
    await writeDurably(this.#path(caseId), formatStrictJson({ ...contact } as unknown as JsonObject));
  }

  async remove(caseId: string): Promise<void> {
    await rm(this.#path(caseId), { force: true });
  }

  #path(caseId: string): string {
    return join(this.#directory, `${caseId}.json`);
  }
}
