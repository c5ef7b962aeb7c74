import type { Static } from 'typebox';
import type { ApiContext } from '../api-context.ts';
import type { placedEventSchema } from '../schemas.ts';

type PlacedEvent = Static<typeof placedEventSchema>;

/** What happened to a case or an annulment, in order, waiting until block `fromHeight` is in. */
export const readPlacedEvents = async (
  context: ApiContext,
  caseId: string,
  fromHeight: number | undefined,
): Promise<PlacedEvent[]> => {
  const rows = await context.readModel.query('listCaseEvents', { caseId }, fromHeight);
  return rows.flatMap(({ events, time, height, entry }) =>
    (JSON.parse(events) as [string, Record<string, unknown>][]).map(([name, facts]) => ({
      name,
      facts,
      time,
      height,
      index: entry,
    })),
  );
};
