import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';
import { cityQuery } from '../server/queries.ts';
import { type AuditDoor, type DoorPage, doorsOf, readDoor } from './audit-door.ts';
import { type AuditQuestion, doorQueryOf } from './audit-question.ts';
import type { DoorState } from './merge-doors.ts';

/** Where each stream goes on; one that is not named is at its end or did not answer. */
type Cursor = Readonly<Record<string, number | undefined>>;

interface Round {
  readonly pages: Readonly<Record<string, DoorPage>>;
  readonly errors: Readonly<Record<string, unknown>>;
}

/** Lines of every stream that is asked for. A department that does not answer is told, and keeps nobody from the others. */
export function useAuditLines(officer: Officer, question: AuditQuestion) {
  const city = useQuery(cityQuery);
  const doors = city.data === undefined ? [] : chosen(doorsOf(city.data), question);
  const query = doorQueryOf(question);
  const found = useInfiniteQuery({
    queryKey: ['audit', officer.session.token, question],
    enabled: doors.length > 0,
    retry: false,
    initialPageParam: Object.fromEntries(doors.map(({ stream }) => [stream, undefined])) as Cursor,
    queryFn: ({ pageParam }) => readRound(officer, doors, { query, cursor: pageParam }),
    getNextPageParam: ({ pages }: Round): Cursor | undefined => {
      const next = Object.entries(pages).filter(([, page]) => page.next !== undefined);
      return next.length === 0 ? undefined : Object.fromEntries(next.map(([stream, page]) => [stream, page.next]));
    },
  });
  const rounds = found.data?.pages ?? [];
  const states: DoorState[] = doors.map((door) => {
    const pages = rounds.flatMap((round) => round.pages[door.stream] ?? []);
    const error = rounds.map((round) => round.errors[door.stream]).find((one) => one !== undefined);
    return { door, pages, ...(error === undefined ? {} : { error }) };
  });
  return { city, doors, found, states };
}

function chosen(doors: readonly AuditDoor[], { door }: AuditQuestion): readonly AuditDoor[] {
  return door === undefined ? doors : doors.filter(({ stream }) => stream === door);
}

interface RoundQuery {
  readonly query: ReturnType<typeof doorQueryOf>;
  readonly cursor: Cursor;
}

async function readRound(officer: Officer, doors: readonly AuditDoor[], { query, cursor }: RoundQuery): Promise<Round> {
  const asked = doors.filter(({ stream }) => Object.hasOwn(cursor, stream));
  const answers = await Promise.allSettled(
    asked.map((door) => readDoor(officer, door, { query, before: cursor[door.stream] })),
  );
  const pages: Record<string, DoorPage> = {};
  const errors: Record<string, unknown> = {};
  for (const [at, answer] of answers.entries()) {
    const stream = asked[at]?.stream ?? '';
    if (answer.status === 'fulfilled') pages[stream] = answer.value;
    else errors[stream] = answer.reason;
  }
  // The platform says first whether somebody is an auditor: whoever is none has nothing to look at.
  if (Object.keys(pages).length === 0) throw Object.values(errors)[0];
  return { pages, errors };
}
