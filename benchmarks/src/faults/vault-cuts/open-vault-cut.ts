import { checkVault, NamedObjects, Vault } from '@minglu/api';
import type { RecordedTransaction } from '@minglu/node';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { cutDisk } from '../powercut/cut-disk.ts';
import type { CutFate } from '../powercut/cut-fate.ts';
import { digestOf, HOME, recordOf, VAULT, type VaultPromise, type VaultTrace } from './record-vault-trace.ts';

export interface VaultCutEnd {
  /** Promises that were held against what was left. */
  readonly promises: number;
  /** What was promised and is not so. */
  readonly broken: readonly string[];
}

const LATER_MS = 26 * 3_600_000;

/** Has the real vault open what a cut left, sweep at once and a day later, and holds it to all it had answered. */
export async function openVaultCut(
  { trace, promises }: VaultTrace,
  { at, fate }: { readonly at: number; readonly fate: CutFate },
): Promise<VaultCutEnd> {
  const disk = new MemoryDisk(cutDisk(trace, at, fate));
  disk.directories.add(HOME);
  const due = promises.filter((one) => one.at <= at);
  const chain = new Map<string, RecordedTransaction>();
  for (const { kind, id } of due) if (kind === 'accepted' || kind === 'refused') chain.set(id, recordOf(kind));
  let nowMs = 0;
  const vault = new Vault({
    directory: VAULT,
    files: disk,
    node: { find: async (id) => chain.get(id) },
    nowMs: () => nowMs,
  });
  const broken: string[] = [];
  const isThere = async (digest: string): Promise<boolean> => {
    const bytes = await vault.find(digest);
    return bytes !== undefined && digestOf(bytes) === digest;
  };
  try {
    await vault.open();
    const gone = new Set(due.flatMap(({ kind, digests }) => (kind === 'swept' ? digests : [])));
    const kept = due.flatMap(({ kind, digests }) => (kind === 'accepted' ? digests : []));
    for (const { kind, digests } of due)
      if (kind === 'stored')
        for (const digest of digests)
          if (!gone.has(digest) && !(await isThere(digest))) broken.push(`stored ${digest.slice(0, 8)} is lost`);
    broken.push(...(await lostDrafts(vault, due)));
    await vault.sweep();
    nowMs = LATER_MS;
    await vault.sweep();
    for (const digest of kept) if (!(await isThere(digest))) broken.push(`named ${digest.slice(0, 8)} is lost`);
    broken.push(...(await findings(kept, disk)));
  } catch (error) {
    broken.push(`does not open: ${String(error)}`);
  }
  return { promises: due.length, broken };
}

/** The newest that was answered, or one that was on its way; never an older one, and never none. */
async function lostDrafts(vault: Vault, due: readonly VaultPromise[]): Promise<string[]> {
  const newest = new Map(due.flatMap(({ kind, id, version }) => (kind === 'draft' ? [[id, version] as const] : [])));
  const lost: string[] = [];
  for (const [slot, version] of newest) {
    const found = await vault.drafts.find(slot);
    if (found === undefined || found.version < version) lost.push(`draft ${slot[0]} of version ${version} is lost`);
  }
  return lost;
}

/** After a day nothing lies there but what cases name, each as it was. */
async function findings(kept: readonly string[], disk: MemoryDisk): Promise<string[]> {
  const named = new NamedObjects();
  for (const [index, digest] of kept.entries()) named.byDigest.set(digest, { index, bytes: 0 });
  const report = await checkVault(VAULT, named, disk);
  const waiting = report.objects - new Set(kept).size;
  return [
    ...report.findings.map(({ code, file }) => `${code} ${file}`),
    ...(report.findings.length === 0 && waiting > 0 ? [`${waiting} left over`] : []),
  ];
}
