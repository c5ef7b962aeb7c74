import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiOptions } from '../api-options.ts';

const MAX_FILES = 100;
const MAX_BYTES = 256 * 1024;
const TIMEOUT_MS = 3_000;

export interface EvidenceItem {
  readonly name: string;
  readonly evidence: unknown;
}

/**
 * What monitors have kept. Absence of files is good news; a monitor that does not answer is not, and says so.
 * Each item is evidence a third party checks for itself: nothing here is vouched for by this server.
 */
export const readEvidence = async (
  evidence: ApiOptions['evidence'],
): Promise<{ items: EvidenceItem[]; monitor: 'none' | 'reached' | 'silent' }> => {
  const items = evidence?.directory === undefined ? [] : await readDirectory(evidence.directory);
  if (evidence?.monitorUrl === undefined) return { items, monitor: 'none' };
  try {
    return { items: [...items, ...(await askMonitor(evidence.monitorUrl))], monitor: 'reached' };
  } catch {
    return { items, monitor: 'silent' };
  }
};

const readDirectory = async (directory: string): Promise<EvidenceItem[]> => {
  const names = await readdir(directory).catch(() => [] as string[]);
  const wanted = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, MAX_FILES);
  const items = await Promise.all(wanted.map((name) => readItem(directory, name)));
  return items.filter((item) => item !== undefined);
};

/** One unreadable file must not hide the others. */
const readItem = async (directory: string, name: string): Promise<EvidenceItem | undefined> => {
  try {
    const file = join(directory, name);
    if ((await stat(file)).size > MAX_BYTES) return { name, evidence: { unreadable: 'too-large' } };
    return { name, evidence: JSON.parse(await readFile(file, 'utf8')) as unknown };
  } catch {
    return { name, evidence: { unreadable: 'malformed' } };
  }
};

const askMonitor = async (url: string): Promise<EvidenceItem[]> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!answer.ok) throw new Error('monitor');
  const value = (await answer.json()) as unknown;
  const list = Array.isArray(value) ? value : ((value as { evidence?: unknown }).evidence ?? []);
  return (Array.isArray(list) ? list : [])
    .slice(0, MAX_FILES)
    .map((evidence, place) => ({ name: `monitor-${place}`, evidence }));
};
