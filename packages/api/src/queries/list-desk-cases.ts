import { type Kysely, type SqlBool, sql } from 'kysely';
import type { CaseRow, Database } from '../database/schema.ts';
import type { Lamp, LampMarks } from '../desk/lamp-marks.ts';

/** A service's cases in a district; lists are cut by it where not all of an organ's cases may be seen. */
export interface DeskPlace {
  readonly service: string;
  readonly region: string;
}

export type DeskView = 'mine' | 'open' | 'reviews' | 'decided';

export interface DeskQuestion {
  readonly organ: string;
  /** Thumbprints of the keys that the officer who asks has and had. */
  readonly kids: readonly string[];
  readonly view: DeskView;
  /** Where the lamps change, for every region that the organ has cases in. */
  readonly marks: readonly LampMarks[];
  readonly lamp?: Lamp;
  /** GB/T 2260, or its first levels. */
  readonly region?: string;
  readonly service?: string;
  /** Only cases out of these; all of the organ's where it is not said. */
  readonly places?: readonly DeskPlace[] | undefined;
  /** Part of a trade name. */
  readonly text?: string;
  readonly offset: number;
  readonly limit: number;
}

export interface DeskPage {
  readonly cases: readonly (CaseRowRead & { readonly lamp: Lamp })[];
  /** How many fit, on all pages. */
  readonly total: number;
  /** How many fit but for the lamp, by lamp. */
  readonly lamps: Readonly<Record<Lamp, number>>;
}

type CaseRowRead = Omit<CaseRow, 'act_by'> & { readonly act_by: number | null };

/** Cases of one organ, the nearest legal date first; what somebody has decided, the newest first. */
export const listDeskCases = async (database: Kysely<Database>, question: DeskQuestion): Promise<DeskPage> => {
  const { view, limit, offset, lamp } = question;
  const lampOf = lampExpression(question);
  const fitting = sql.join(conditions(question), sql` and `);
  const page = await sql<CaseRowRead & { lamp: Lamp }>`
    select *, ${lampOf} as lamp from cases
    where ${fitting}${lamp === undefined ? sql`` : sql` and ${lampOf} = ${lamp}`}
    order by ${ORDER[view]} limit ${limit} offset ${offset}`.execute(database);
  const counted = await sql<{ lamp: Lamp; cases: number }>`
    select ${lampOf} as lamp, count(*) as cases from cases where ${fitting} group by 1`.execute(database);
  const lamps = { red: 0, yellow: 0, green: 0, none: 0 };
  for (const row of counted.rows) lamps[row.lamp] = row.cases;
  const total = lamp === undefined ? lamps.red + lamps.yellow + lamps.green + lamps.none : lamps[lamp];
  return { cases: page.rows, total, lamps };
};

/** How many wait on each desk of an officer, whatever is asked for: one look at each of the desks' own indexes. */
export const countDesks = async (
  database: Kysely<Database>,
  { organ, kids, places }: { readonly organ: string; readonly kids: readonly string[] } & Pick<DeskQuestion, 'places'>,
): Promise<Readonly<Record<'mine' | 'open' | 'reviews', number>>> => {
  const of = sql`select count(*) from cases where organ = ${organ} and ${isAmong(places)} and`;
  const { rows } = await sql<{ mine: number; open: number; reviews: number }>`
    select (${of} status = 'pending' and officer is not null and officer in (${sql.join(kids)})) as mine,
      (${of} status = 'pending') as open, (${of} review_due_at is not null) as reviews`.execute(database);
  return rows[0] ?? { mine: 0, open: 0, reviews: 0 };
};

/** Regions of the cases that wait at an organ, for a person's decision or a review. */
export const listDeskRegions = async (
  database: Kysely<Database>,
  { organ, places }: { readonly organ: string } & Pick<DeskQuestion, 'places'>,
): Promise<readonly string[]> => {
  const rows = await sql<{ region: string }>`
    select distinct region from cases where organ = ${organ} and ${isAmong(places)} and (status = 'pending' or review_due_at is not null)
    order by region`.execute(database);
  return rows.rows.map(({ region }) => region);
};

/** Every service and district that an organ ever had a case of. */
export const listDeskPlaces = async (
  database: Kysely<Database>,
  { organ }: { readonly organ: string },
): Promise<readonly DeskPlace[]> =>
  database
    .selectFrom('desk_places')
    .select(['service', 'region'])
    .where('organ', '=', organ)
    .orderBy('service')
    .orderBy('region')
    .execute();

/** One condition for list, counts and lamps: what is not in the list is in no number either. */
const isAmong = (places: DeskQuestion['places']) => {
  if (places === undefined) return sql<SqlBool>`1`;
  if (places.length === 0) return sql<SqlBool>`0`;
  const rows = sql.join(places.map(({ service, region }) => sql`(${service}, ${region})`));
  return sql<SqlBool>`(service, region) in (values ${rows})`;
};

const ORDER = {
  open: sql`act_by, submitted_at, id`,
  mine: sql`act_by, submitted_at, id`,
  reviews: sql`review_due_at, id`,
  decided: sql`decided_at desc, id`,
} as const;

const conditions = ({ organ, kids, view, region, service, text, places }: DeskQuestion) => {
  const found = [sql<SqlBool>`organ = ${organ}`];
  if (places !== undefined) found.push(isAmong(places));
  if (view === 'open' || view === 'mine') found.push(sql`status = 'pending'`);
  if (view === 'mine') found.push(sql`officer in (${sql.join(kids)})`);
  if (view === 'reviews') found.push(sql`review_due_at is not null`);
  if (view === 'decided') found.push(sql`decided_by in (${sql.join(kids)})`);
  if (region !== undefined) found.push(sql`substr(region, 1, ${region.length}) = ${region}`);
  if (service !== undefined) found.push(sql`service = ${service}`);
  if (text !== undefined) found.push(sql`instr(lower(trade_name), lower(${text})) > 0`);
  return found;
};

/** The same words for every row, so that a filter, a count and the row itself can never disagree about a lamp. */
const lampExpression = ({ view, marks }: DeskQuestion) => {
  if (view === 'decided') return sql<Lamp>`'none'`;
  const date = view === 'reviews' ? sql`review_due_at` : sql`act_by`;
  const until = (which: 'redUntil' | 'yellowUntil') =>
    marks.length === 0
      ? sql<SqlBool>`0`
      : sql.join(
          marks.map((mark) => sql`(region = ${mark.region} and ${date} <= ${mark[which]})`),
          sql` or `,
        );
  return sql<Lamp>`case when ${date} is null then 'none' when ${until('redUntil')} then 'red'
    when ${until('yellowUntil')} then 'yellow' else 'green' end`;
};
