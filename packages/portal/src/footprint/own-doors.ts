import { listOwnAnnulments } from '../citizen/annulment/own-annulments.ts';
import { type CaseDoor, findCaseDoor } from '../inbox/case-door.ts';
import { listCases, type StoredCase } from '../store/case-store.ts';

/** One case whose key this browser holds. */
export type OwnFile = Pick<StoredCase, 'id' | 'kid'> & { readonly name: string | undefined };

/** A department that decides some of them. */
export interface OwnDoor {
  readonly door: CaseDoor;
  readonly proofs: readonly string[];
}

/** Departments take so many proofs at once. */
const AT_ONCE = 50;

/** Cases and annulments whose keys live in this browser, newest first. */
export async function listOwnFiles(): Promise<readonly OwnFile[]> {
  const cases = (await listCases()).map(({ id, kid, body }) => ({ id, kid, name: body.tradeName }));
  return [...cases, ...listOwnAnnulments().map(({ id, kid, tradeName }) => ({ id, kid, name: tradeName }))];
}

/** Each department that decides one of them, with a proof by each of its cases' keys, in portions that it takes. */
export async function openOwnDoors(files: readonly OwnFile[], purpose: string): Promise<readonly OwnDoor[]> {
  const doors = new Map<string, { door: CaseDoor; proofs: string[] }>();
  for (const file of files) {
    // One that cannot be found now is missing like one that does not answer: the platform then says so.
    const door = await findCaseDoor(file).catch(() => undefined);
    if (door === undefined) continue;
    const known = doors.get(door.organ) ?? { door, proofs: [] };
    // Each proof is made for its own case, by its own key.
    known.proofs.push(await door.prove(purpose));
    doors.set(door.organ, known);
  }
  return [...doors.values()].flatMap(({ door, proofs }) =>
    Array.from({ length: Math.ceil(proofs.length / AT_ONCE) }, (_, at) => ({
      door,
      proofs: proofs.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    })),
  );
}
