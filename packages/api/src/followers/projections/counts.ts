import { chinaMonth } from './china-month.ts';
import { textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

interface Tally {
  submitted: number;
  granted: number;
  issued: number;
}

/** Cases and licences by region, month and service. Gathered in memory, written once a commit. */
export const countsProjection: MakeProjection = (database) => {
  const upsert = database.prepare(
    `insert into counts values (?, ?, ?, ?, ?, ?) on conflict (region, month, service) do update set
     submitted = submitted + excluded.submitted, granted = granted + excluded.granted, issued = issued + excluded.issued`,
  );
  const caseOf = database.prepare('select service, region from cases where id = ?');
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
        if (name === 'case.submitted') {
          tallyOf(textOf(record.body, 'region'), record.time, textOf(facts, 'service')).submitted += 1;
        } else if (name === 'case.granted') {
          const row = caseOf.get(textOf(facts, 'case')) as { service: string; region: string } | undefined;
          if (row !== undefined) tallyOf(row.region, record.time, row.service).granted += 1;
        } else if (name === 'licence.issued') {
          tallyOf(textOf(facts, 'region'), record.time, textOf(facts, 'service')).issued += 1;
        }
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
