import type { RecordFinder } from '../../state/record-finder.ts';

/** The office that answers for a service in a region. */
export function officeOf(records: RecordFinder, service: string, _region: string): string {
  return records.find('service', service)?.organ ?? '';
}
