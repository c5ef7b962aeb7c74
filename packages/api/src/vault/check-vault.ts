import { join } from 'node:path';
import type { FileSystem, Finding } from '@minglu/node';
import { parseAttachments, parseSidecar } from '@minglu/protocol';
import { digestOf } from './object-store.ts';
import { DIGEST, objectPath, vaultFolders, waitingPath } from './vault-paths.ts';

/** What accepted cases name, gathered from their sidecars. */
export class NamedObjects {
  /** Index in the log of the first that names it, by digest. */
  readonly byDigest = new Map<string, { readonly index: number; readonly bytes: number }>();
  readonly findings: Finding[] = [];
  /** Indexes of those whose sidecar was lawfully erased: what they named is gone with it. */
  readonly erased: number[] = [];

  /** Takes the text of one accepted transaction's sidecar; undefined for one that was erased. */
  readonly take = (index: number, text: string | undefined): void => {
    if (text === undefined) {
      this.erased.push(index);
      return;
    }
    if (!text.includes('"attachments"')) return;
    try {
      for (const { digest, bytes } of parseAttachments(parseSidecar(text).plain))
        if (!this.byDigest.has(digest)) this.byDigest.set(digest, { index, bytes });
    } catch {
      this.findings.push({ file: `sidecar of ${index}`, code: 'attachment-list', index });
    }
  };
}

export interface VaultReport {
  readonly findings: readonly Finding[];
  /** What is no fault, and waits for a person: `vault-object-erasable`. */
  readonly notices: readonly Finding[];
  readonly objects: number;
  readonly bytes: number;
}

/**
 * Holds every object of a vault that nobody writes to against its name, and the names against what the ledger says:
 * `vault-object-missing`, `vault-object-damaged`, `vault-object-strange` (nobody names it, or it lies where it does not
 * belong). Where sidecars were erased, an object that nobody names may be what one of them named: it is
 * `vault-object-erasable`, and to be erased too; one that is gone with its sidecar is as it should be, and is not missed.
 * Paths are relative to the vault's folder. Drafts are nobody's evidence and are not looked at.
 */
export const checkVault = async (directory: string, named: NamedObjects, files: FileSystem): Promise<VaultReport> => {
  const findings: Finding[] = [...named.findings];
  const notices: Finding[] = [];
  const unnamed = (file: string): void => {
    if (named.erased.length > 0) notices.push({ file, code: 'vault-object-erasable' });
    else findings.push({ file, code: 'vault-object-strange' });
  };
  const seen = new Set<string>();
  let [objects, bytes] = [0, 0];
  const look = async (path: string, name: string, isKept: boolean): Promise<void> => {
    const content = (await files.readFile(join(directory, path))) ?? new Uint8Array();
    objects += 1;
    bytes += content.length;
    const place = placeOf(named, name);
    if (digestOf(content) !== name) {
      findings.push({ file: path, code: 'vault-object-damaged', ...place });
      seen.add(name);
    } else if (isKept && !named.byDigest.has(name)) unnamed(path);
    else seen.add(name);
  };
  const folders = await files.list(join(directory, vaultFolders.objects));
  for (const folder of [...folders].sort()) {
    for (const name of [...(await files.list(join(directory, vaultFolders.objects, folder)))].sort()) {
      const path = join(vaultFolders.objects, folder, name);
      if (DIGEST.test(name) && objectPath('', name) === path) await look(path, name, true);
      else findings.push({ file: path, code: 'vault-object-strange' });
    }
  }
  for (const name of [...(await files.list(join(directory, vaultFolders.waiting)))].sort())
    if (DIGEST.test(name)) await look(waitingPath('', name), name, false);
  for (const digest of named.byDigest.keys())
    if (!seen.has(digest))
      findings.push({ file: objectPath('', digest), code: 'vault-object-missing', ...placeOf(named, digest) });
  return { findings, notices, objects, bytes };
};

const placeOf = (named: NamedObjects, digest: string): { index?: number } => {
  const known = named.byDigest.get(digest);
  return known === undefined ? {} : { index: known.index };
};
