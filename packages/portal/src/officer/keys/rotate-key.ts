import { importSigner } from '@minglu/sdk';
import { proveKey } from '../../keys/prove-key.ts';
import { departmentAt } from '../../server/api.ts';
import { failureOf } from '../../server/failure.ts';
import { act } from '../act.ts';
import type { Officer } from '../use-officer.ts';

/**
 * 更换: the old key signs the new one in, and roles move with it. Interrupted anywhere, it goes on from there: the department
 * keeps the same next key until it is taken, and a ledger that has done it already says so.
 */
export async function rotateKey(officer: Officer): Promise<void> {
  const { session } = officer;
  const department = departmentAt(session.endpoint);
  const jwk = await department.demoNextKey(session.token);
  await unless('key-revoked', () => act(officer, { deed: 'keys.rotate', body: { jwk } }));
  await department.demoTakeKey(session.token);
  // What was opened with the old key ends with it; the new one goes on at once.
  await proveKey(await importSigner(await department.demoOfficerKey(session.token)), { embedKey: false });
}

/** Does the work, and takes one refusal for its having been done before. */
export async function unless(code: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (failureOf(error).code !== code) throw error;
  }
}
