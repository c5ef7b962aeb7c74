import type { TestApp } from '../open-test-app.ts';
import type { DoorAnswer, Visitor } from './door-cells.ts';
import { type Asking, TIMES, type Time } from './plan-doors.ts';

/** Asked at once; the trail makes their lines durable together. */
const AT_ONCE = 48;

/** Where a door and the model do not say the same. */
export interface DoorDifference {
  readonly kid: string;
  readonly at: Time;
  readonly path: string;
  readonly cell: string;
  readonly allowed: boolean;
}

export interface TextAnswer extends DoorAnswer {
  readonly text: string;
}

/** One request; without a token, nobody's. */
export const askDoor = async ({ app }: TestApp, url: string, token?: string, payload?: object): Promise<TextAnswer> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const how = payload === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload };
  const answer = await app.inject({ ...how, url, headers });
  const text = answer.payload.replace(/,"correlation":"[\w-]+"/, '');
  return { status: answer.statusCode, body: text.startsWith('{') ? JSON.parse(text) : {}, text };
};

export const doorToken = ({ context }: TestApp, { kid, isCaseKey, atMs }: Visitor): string =>
  context.sessions.open({ method: 'key', assurance: 1, keys: [{ kid, caseKey: isCaseKey }] }, atMs).token;

/** Asks in the order given, each time for itself; every difference, or the first ones. */
export const askDoors = async (
  test: TestApp,
  askings: readonly Asking[],
  most = Number.POSITIVE_INFINITY,
): Promise<readonly DoorDifference[]> => {
  const found: DoorDifference[] = [];
  for (const at of Object.keys(TIMES) as Time[]) {
    test.clock.nowMs = TIMES[at];
    const tokens = new Map<string, string>();
    const own = askings.filter((one) => one.at === at);
    for (let from = 0; from < own.length && found.length < most; from += AT_ONCE) {
      const page = own.slice(from, from + AT_ONCE);
      for (const { visitor } of page) if (!tokens.has(visitor.kid)) tokens.set(visitor.kid, doorToken(test, visitor));
      const answers = await Promise.all(
        page.map(({ visitor, question: { path, body } }) => askDoor(test, path, tokens.get(visitor.kid), body)),
      );
      for (const [place, asking] of page.entries()) found.push(...differencesIn(asking, answers[place] as TextAnswer));
    }
  }
  return found;
};

const differencesIn = ({ at, visitor: { kid }, question: { path, cells } }: Asking, answer: DoorAnswer) =>
  cells
    .filter(({ allowed, told }) => told(answer) !== allowed)
    .map(({ name, allowed }) => ({ kid, at, path, cell: name, allowed }));
