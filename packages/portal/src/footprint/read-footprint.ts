import type { DepartmentTrace } from '@minglu/sdk';
import { api, departmentAt } from '../server/api.ts';
import { failureOf } from '../server/failure.ts';
import type { Session } from '../session/session.ts';
import { ensureProved, forgetProved } from './ensure-proved.ts';
import { mergeTraces, type Trace } from './merge-traces.ts';
import { listOwnFiles, type OwnFile, openOwnDoors } from './own-doors.ts';

export interface Footprint {
  readonly files: readonly OwnFile[];
  /** Newest first. */
  readonly traces: readonly Trace[];
  /** Names of doors that did not answer: what they kept is there, only not here yet. */
  readonly silent: readonly string[];
  /** There is more than is shown. */
  readonly isCut: boolean;
}

/** Newest lines of one case that are asked for. */
const LINES = 100;
const PLATFORM = 'platform';

/**
 * Asks the platform and each department that decides one of this browser's cases who did and saw what; and the department
 * that somebody is signed in at, where it used what it knows of them.
 */
export async function readFootprint(session: Session | undefined): Promise<Footprint> {
  const files = await listOwnFiles();
  const [platform, departments, own] = await Promise.all([
    readPlatform(files),
    readDepartments(files),
    readRegister(session),
  ]);
  const parts = [platform, ...departments, own];
  return {
    files,
    traces: mergeTraces(withoutTwins(parts.flatMap(({ lines }) => lines))),
    silent: [...new Set(parts.flatMap(({ silent }) => silent ?? []))],
    isCut: parts.some(({ isCut }) => isCut === true),
  };
}

interface Part {
  readonly lines: readonly DepartmentTrace[];
  readonly silent?: string;
  readonly isCut?: boolean;
}

/** One after another: each key that is proved changes the cookie. */
async function readPlatform(files: readonly OwnFile[]): Promise<Part> {
  const lines: DepartmentTrace[] = [];
  let isCut = false;
  try {
    for (const file of files) {
      const page = await askPlatform(file);
      lines.push(...(page?.lines ?? []));
      isCut ||= page?.next !== undefined;
    }
    return { lines, isCut };
  } catch {
    return { lines, silent: PLATFORM, isCut };
  }
}

async function askPlatform({ id, kid }: OwnFile) {
  if (!(await ensureProved(kid))) return undefined;
  const ask = () => api.get('/api/footprint', { case: id, limit: LINES });
  try {
    return await ask();
  } catch (error) {
    const { code } = failureOf(error);
    if (code !== 'session-required' && code !== 'case-not-found') throw error;
    forgetProved();
    await ensureProved(kid);
    return await ask().catch((again: unknown) => {
      // Never sent, or not in a block yet.
      if (failureOf(again).code === 'case-not-found') return undefined;
      throw again;
    });
  }
}

async function readDepartments(files: readonly OwnFile[]): Promise<readonly Part[]> {
  const doors = await openOwnDoors(files, 'footprint.read');
  return await Promise.all(
    doors.map(({ door, proofs }) =>
      door.department.footprint(proofs).then(
        (lines): Part => ({ lines }),
        (): Part => ({ lines: [], silent: door.name }),
      ),
    ),
  );
}

async function readRegister(session: Session | undefined): Promise<Part> {
  if (session === undefined || session.duties.length > 0) return { lines: [] };
  const { endpoint, token, departmentName } = session;
  return await departmentAt(endpoint, 8_000)
    .ownFootprint(token)
    .then(
      (lines) => ({ lines }),
      () => ({ lines: [], silent: departmentName }),
    );
}

/** One line may come by two ways: by the case, and by whoever is signed in. */
function withoutTwins(lines: readonly DepartmentTrace[]): readonly DepartmentTrace[] {
  return [...new Map(lines.map((line) => [`${line.via} ${line.seq}`, line])).values()];
}
