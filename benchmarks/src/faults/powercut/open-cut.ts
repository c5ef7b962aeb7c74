import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fsck, type LedgerNode, openNode } from '@minglu/node';
import { vkeyOf } from '@minglu/protocol';
import { checkPromises, countForked } from '../check-promises.ts';
import type { Damage } from '../damage.ts';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { FOUNDING_FILE } from '../founding.ts';
import { ledgerOf, victimOptions } from '../open-victim.ts';
import { cutDisk } from './cut-disk.ts';
import type { CutFate } from './cut-fate.ts';
import type { DiskTrace } from './disk-trace.ts';
import { STATE_FOLDER } from './record-trace.ts';

export interface Cut {
  readonly at: number;
  readonly fate: CutFate;
  /** Name of the copy of the state folder that survived; none: it is lost. */
  readonly state: string | undefined;
}

export interface CutEnd {
  readonly damage: Damage | undefined;
  readonly why: string;
  readonly promises: number;
}

export interface CutGround {
  /** The home the trace was recorded in; it is only read. */
  readonly recorded: string;
  /** A folder to open the pieces in. */
  readonly home: string;
  /** The file the submissions came from. */
  readonly path: string;
}

/** Puts the pieces of a cut together as a directory, has the real node open it, and holds it to its promises. */
export async function openCut(trace: DiskTrace, cut: Cut, { recorded, home, path }: CutGround): Promise<CutEnd> {
  const before = trace.events.slice(0, cut.at);
  const promised = before.flatMap((event) => (event.kind === 'receipt' ? [event.promised] : []));
  const signed = before.flatMap((event) => (event.kind === 'signed' && event.head.size > 0 ? [event.head] : []));
  const root = ledgerOf(home);
  const files = [...cutDisk(trace, cut.at, cut.fate)].filter(([name]) => !basename(name).startsWith('lock'));
  const disk = new MemoryDisk(files.map(([name, bytes]) => [join(root, relative(trace.root, name)), bytes]));
  disk.directories.add(root);
  putHome(recorded, home, cut.state);
  const options = { ...(await victimOptions(home)), fileSystem: disk };
  let node: LedgerNode | undefined;
  try {
    node = await openNode(options);
    const damage = await checkPromises(node, promised, path);
    damage.silent += await countForked(node, signed);
    await node.close();
    node = undefined;
    const logKeys = [vkeyOf(options.genesis.chain, 'log', options.signer.publicKey)];
    const report = await fsck({ ...options, logKeys, witnesses: [], hashesOnly: true });
    damage.silent += report.ok ? 0 : 1;
    return {
      damage,
      promises: promised.length,
      why: `${JSON.stringify(damage)} ${JSON.stringify(report.findings[0])}`,
    };
  } catch (error) {
    await node?.close().catch(() => undefined);
    const { code, facts } = error as { code?: string; facts?: unknown };
    const why = code === undefined ? String(error) : `${code} ${JSON.stringify(facts ?? {})}`;
    return { damage: undefined, why, promises: promised.length };
  }
}

function putHome(recorded: string, home: string, copy: string | undefined): void {
  const root = ledgerOf(home);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(join(recorded, FOUNDING_FILE), join(home, FOUNDING_FILE));
  if (copy !== undefined) cpSync(join(recorded, copy), join(root, STATE_FOLDER), { recursive: true });
}
