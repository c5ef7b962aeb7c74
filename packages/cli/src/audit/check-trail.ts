import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkStream, type StreamAnchor, type StreamFinding, type StreamReport } from '@minglu/audit';
import { type RecordedDeed, readRecordedDeeds } from '@minglu/node';
import { base64urlDecode } from '@minglu/protocol';

const API = 'api';
/** Deeds said one by one; more would only say the same again. */
const MOST_NAMED = 20;

/** Everything the ledger says about the trail. */
interface Ledger {
  readonly anchors: ReadonlyMap<string, StreamAnchor[]>;
  /** Deeds by id, but those that speak of the trail itself. */
  readonly deeds: ReadonlyMap<string, Pick<RecordedDeed, 'time' | 'index' | 'deed'>>;
  readonly until: number;
}

/**
 * Checks all streams of a stopped city's folder: the door's own (`audit/`), and those of its departments' processes. The
 * ledger is believed; whoever doubts it has `fsck` and the witnesses.
 */
export async function checkTrail(directory: string): Promise<StreamReport[]> {
  const ledger = await readLedger(join(directory, 'ledger'));
  const places = await findStreams(directory);
  const reports: StreamReport[] = [];
  for (const stream of new Set([API, ...places.keys(), ...ledger.anchors.keys()])) {
    const place = stream === API ? join(directory, 'audit') : places.get(stream);
    // Where no department lies here, theirs are checked where they are, by whoever has them.
    if (place === undefined && places.size === 0) continue;
    reports.push(await checkOne(stream, place ?? join(directory, stream), ledger));
  }
  return reports;
}

async function checkOne(stream: string, directory: string, ledger: Ledger): Promise<StreamReport> {
  const seen = new Set<string>();
  let from: number | undefined;
  const report = await checkStream({
    ...{ directory, stream, until: ledger.until, anchors: ledger.anchors.get(stream) ?? [] },
    onLine: ({ at, object }) => {
      from ??= at;
      if (object?.startsWith('transaction/') === true) seen.add(object.slice('transaction/'.length));
    },
  });
  if (stream !== API || from === undefined) return report;
  return { ...report, findings: [...report.findings, ...unrecorded(stream, ledger, { seen, from })] };
}

/** What the ledger did while the door kept nothing: the ledger is the witness of a pause that nobody announced. */
function unrecorded(
  stream: string,
  { deeds }: Ledger,
  { seen, from }: { readonly seen: ReadonlySet<string>; readonly from: number },
): StreamFinding[] {
  return [...deeds]
    .filter(([id, { time }]) => time >= from && !seen.has(id))
    .slice(0, MOST_NAMED)
    .map(([, { index, deed }]) => ({ code: 'deed-unrecorded' as const, stream, facts: { index, deed } }));
}

async function readLedger(directory: string): Promise<Ledger> {
  const anchors = new Map<string, StreamAnchor[]>();
  const deeds = new Map<string, Pick<RecordedDeed, 'time' | 'index' | 'deed'>>();
  let until = 0;
  for await (const { id, deed, time, index, height, events } of readRecordedDeeds(directory)) {
    until = time;
    // Block 0 is the founding, which came through no door.
    if (deed !== 'audit.anchor' && height > 0) deeds.set(id, { time, index, deed });
    for (const [name, { stream, size, root }] of events) {
      if (name !== 'audit.anchored') continue;
      const list = anchors.get(String(stream)) ?? [];
      list.push({ size: Number(size), root: base64urlDecode(String(root)), at: time });
      anchors.set(String(stream), list);
    }
  }
  return { anchors, deeds, until };
}

/** By stream, the folder its files lie in: the door's own, and those below folders of departments' processes. */
async function findStreams(directory: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const processes = (await foldersUnder(directory)).filter((path) => DEPARTMENTS.test(path));
  for (const process of processes) {
    for (const organ of [process, ...(await foldersUnder(process))]) {
      const audit = join(organ, 'audit');
      const stream = await streamIn(audit);
      if (stream !== undefined) found.set(stream, audit);
    }
  }
  return found;
}

const DEPARTMENTS = /(^|\/)departments(-[a-z0-9-]+)?$/;
const STREAM = /"via":"(department:[a-z][a-z0-9-]{1,62})"/;

/** The first line that says it; a stream whose first file says none is missing, as far as the ledger knows of it. */
async function streamIn(audit: string): Promise<string | undefined> {
  const [first] = (await readdir(audit).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
  return first === undefined ? undefined : STREAM.exec(await readFile(join(audit, first), 'utf8'))?.[1];
}

async function foldersUnder(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(directory, name));
}
