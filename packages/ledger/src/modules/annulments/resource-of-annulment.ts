import type { Resource } from '../../access/access.ts';
import type { AnnulmentRecord } from '../../state/annulment-record.ts';
import type { RecordFinder } from '../../state/record-finder.ts';

/** An investigation as a question about rights names it: of the organ that keeps it, about that licence's service and place. */
export function resourceOfAnnulment(records: RecordFinder, { licence, organ, asker }: AnnulmentRecord): Resource {
  const { service, region } = records.find('licence', licence) ?? {};
  return {
    org: organ,
    holder: asker ?? '',
    ...(service === undefined ? {} : { service }),
    ...(region === undefined ? {} : { region }),
  };
}
