import { type CaseCorrection, randomId } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import { listOwnFiles, type OwnFile, openOwnDoors } from '../footprint/own-doors.ts';
import { findCaseDoor } from '../inbox/case-door.ts';
import { PortalError } from '../server/failure.ts';

export interface OwnCorrections {
  readonly corrections: readonly CaseCorrection[];
  /** Names of departments that did not answer. */
  readonly silent: readonly string[];
}

export const ownCorrectionsQuery = queryOptions({
  queryKey: ['own-corrections'],
  queryFn: readOwnCorrections,
  refetchInterval: 30_000,
  refetchIntervalInBackground: false,
  staleTime: 0,
  retry: false,
});

async function readOwnCorrections(): Promise<OwnCorrections> {
  const doors = await openOwnDoors(await listOwnFiles(), 'corrections.read');
  const answers = await Promise.all(
    doors.map(({ door, proofs }) =>
      door.department.corrections(proofs).then(
        (corrections) => ({ corrections, silent: [] }),
        () => ({ corrections: [], silent: [door.name] }),
      ),
    ),
  );
  return {
    corrections: answers.flatMap(({ corrections }) => corrections),
    silent: [...new Set(answers.flatMap(({ silent }) => silent))],
  };
}

export interface AskedCorrection {
  readonly kind: string;
  readonly about: string;
  readonly words: string;
}

/** Straight to the organ that decides the case, signed with the case's key. Gives the last day for an answer. */
export async function askCorrection(file: OwnFile, { kind, about, words }: AskedCorrection): Promise<number> {
  const door = await findCaseDoor(file);
  if (door === undefined) throw new PortalError('key-missing');
  const proof = await door.prove('corrections.ask', { id: randomId(), kind, about, words });
  return (await door.department.askCorrection(proof)).dueAt;
}
