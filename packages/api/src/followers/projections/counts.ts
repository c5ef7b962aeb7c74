import type { LedgerEvent } from '@minglu/protocol';
import { chinaMonth } from './china-month.ts';
import { applicationFinder } from './find-application.ts';
import type { MakeProjection } from './projection.ts';

interface Tally {
  submitted: number;
  granted: number;
  issued: number;
}

const COLUMNS: { readonly [event: string]: keyof Tally | undefined } = {
  'case.submitted': 'submitted',
  'case.granted': 'granted',
  'licence.issued': 'issued',
};

/** Applications about a licence that is there: no business more, and no licence. */
const matters = new Set(['licences.apply-change', 'licences.apply-closing']);

const isAboutALicence = (events: readonly LedgerEvent[]): boolean =>
  events.some(([name]) => name === 'licence.changed' || name === 'licence.closed');

/** Cases and licences by region, month and service. Gathered in memory, written once a commit. */
export const countsProjection: MakeProjection = (database) => {
  const upsert = database.prepare(
    `insert into counts values (?, ?, ?, ?, ?, ?) on conflict (region, month, service) do update set
     submitted = submitted + excluded.submitted, granted = granted + excluded.granted, issued = issued + excluded.issued`,
  );
  const find = applicationFinder(database);
  const gathered = new Map<string, Tally>();
  const tallyOf = (region: string, time: number, service: string): Tally => {
    const key = `${region} ${chinaMonth(time)} ${service}`;
    let tally = gathered.get(key);
    if (tally === undefined) {
      tally = { submitted: 0, granted: 0, issued: 0 };
      gathered.set(key, tally);
    }
    return tally;
  };
  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        const column = COLUMNS[name];
        if (column === undefined) continue;
        const isMatter = matters.has(record.deed ?? '') || isAboutALicence(record.events);
        const of = isMatter ? undefined : find(record, facts);
        if (of !== undefined) tallyOf(of.region, record.time, of.service)[column] += 1;
      }
    },
    flush() {
      for (const [key, { submitted, granted, issued }] of gathered) {
        const [region = '', month = '', service = ''] = key.split(' ');
        upsert.run(region, month, service, submitted, granted, issued);
      }
      gathered.clear();
    },
  };
};
