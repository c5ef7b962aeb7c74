import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { askDoors } from '../testing/matrix/ask-doors.ts';
import type { foundDoorWorld } from '../testing/matrix/door-world.ts';
import type { DoorPlan, planDoors } from '../testing/matrix/plan-doors.ts';
import type { openTestApp, TestApp } from '../testing/open-test-app.ts';

/** `«…»` is an expression as it stands in the file, and `wrong` what a slip would make of it; `asked` the routes it shows at. */
interface Bug {
  readonly name: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
  readonly asked: RegExp;
}

const BUGS: readonly Bug[] = [
  {
    name: 'the file opens without a question',
    file: 'routes/cases/find',
    right: "=> «may(context, session, 'cases.read', { ...asked, grade })»",
    wrong: 'true',
    asked: /cases\/[\w-]{22}(\?|$)/,
  },
  {
    name: 'a field that is masked is told',
    file: 'routes/cases/find',
    right: 'Object.fromEntries(«sealed.filter(([name]) => mayRead(gradeOfSealed(name)))»)',
    wrong: 'sealed',
    asked: /cases\/[\w-]{22}(\?|$)/,
  },
  {
    name: 'what departments attested is told with the least grade',
    file: 'routes/cases/find',
    right: 'attested: «mayRead(fileGrades.attested)»',
    wrong: 'true',
    asked: /cases\/[\w-]{22}(\?|$)/,
  },
  {
    name: 'what somebody reads for is not handed on',
    file: 'session/may',
    right: '«purpose === undefined ? {} : { purpose }»',
    wrong: '{}',
    asked: /cases|annulments/,
  },
  {
    name: 'rights are those of yesterday',
    file: 'session/may',
    right: 'const atMs = «nowMs()»;',
    wrong: 'nowMs() - 86_400_000',
    asked: /may/,
  },
  {
    name: 'whoever may read a part gets what comes whole',
    file: 'session/whole-file',
    right: '«others.every((keys) => keys.some((one) => one.kid === kid))»',
    wrong: 'true',
    asked: /papers/,
  },
  {
    name: 'a case is of another district',
    file: 'session/read-resource',
    right: '«resourceOf({ get: (key) => node.read(key).value }, kind, id)»',
    wrong: "({ ...resourceOf({ get: (key) => node.read(key).value }, kind, id), region: '310101' })",
    asked: /may/,
  },
  {
    name: 'a case is everybody’s own',
    file: 'session/read-resource',
    right: '«resourceOf({ get: (key) => node.read(key).value }, kind, id)»',
    wrong: '({ ...resourceOf({ get: (key) => node.read(key).value }, kind, id), holder: undefined })',
    asked: /may/,
  },
  {
    name: 'a desk shows every district',
    file: 'session/desk-of',
    right: '...(«places.length === all.length» ? {} : { places })',
    wrong: 'true',
    asked: /view=open/,
  },
  {
    name: 'a desk is asked about without its places',
    file: 'session/desk-of',
    right: 'may(context, session, deed, «{ org: organ, ...place }»)',
    wrong: '{ org: organ }',
    asked: /view=open/,
  },
  {
    name: 'a count counts what the list leaves out',
    file: 'routes/cases/list',
    right: "query('countDesks', «officer»)",
    wrong: '({ ...officer, places: undefined })',
    asked: /view=open/,
  },
  {
    name: 'an agent is told of the other agents',
    file: 'routes/mandates/list',
    right: "«keysThatMay(context, session, 'cases.read', resource).some(({ caseKey }) => !caseKey)»",
    wrong: "keysThatMay(context, session, 'cases.read', resource).length > 0",
    asked: /mandates/,
  },
  {
    name: 'whoever asks that a licence be annulled is told to every organ',
    file: 'routes/annulments/find',
    right: "«keysForWholeFile(context, session, 'annulments.read', asked).length === 0»",
    wrong: 'false',
    asked: /annulments/,
  },
  {
    name: 'pictures are for whoever knows their name',
    file: 'routes/vault/read',
    right: 'if («!decision.allow»)',
    wrong: 'false',
    asked: /vault/,
  },
  {
    name: 'an office’s people are told to whoever belongs to one',
    file: 'routes/roles/list',
    right: "«!mayGrant && !mayExplain && !may(context, session, 'cases.queue', { org: organ })»",
    wrong: 'false',
    asked: /roles/,
  },
  {
    name: 'requests of an organ are told to all who work there',
    file: 'routes/access/list-desk',
    right: 'if («!may(context, session, deed, { org: organ })»)',
    wrong: 'false',
    asked: /requests/,
  },
  {
    name: 'emergencies of an organ are told to whoever answers its requests',
    file: 'routes/access/list-desk',
    right: 'if («!may(context, session, deed, { org: organ })»)',
    wrong: "!may(context, session, 'access.approve', { org: organ })",
    asked: /emergencies/,
  },
  {
    name: 'who reads a case is asked about nobody’s',
    file: 'routes/access/readers',
    right: 'if (!«may(context, session, DEED, resource)»)',
    wrong: 'may(context, session, DEED, {})',
    asked: /readers/,
  },
  {
    name: 'anybody is oneself',
    file: 'routes/access/reach',
    right: '= «session.keys.some((one) => one.kid === kid)»',
    wrong: 'session.keys.length > 0',
    asked: /reach/,
  },
  {
    name: 'the trail is for whoever is signed in',
    file: 'audit/get-auditor',
    right: 'if («!may(context, session, deed, resource)»)',
    wrong: 'false',
    asked: /audit/,
  },
  {
    name: 'an envelope is opened without its grade',
    file: 'routes/unmask/decide-opening',
    right: 'may(context, officer, deed, «{ ...resource, grade: gradeOfSealed(field), purpose }»)',
    wrong: '{ ...resource, purpose }',
    asked: /unmask/,
  },
  {
    name: 'a button is shown by what one may at no place',
    file: 'routes/access/may',
    right: 'decideFor(context, session, deed, «resource»)',
    wrong: '({})',
    asked: /may/,
  },
];

const source = fileURLToPath(new URL('..', import.meta.url));
// Beside the packages, where what it imports is found.
const root = fileURLToPath(new URL('../../../../.cache/', import.meta.url));
const planted = globalThis as { plantedBug?: number };

let folder = '';
let test: TestApp;
let plan: DoorPlan;
let ask: typeof askDoors;

/** One copy with every bug asleep in it: the server is built once, and a number wakes one of them. */
function plantAll(): void {
  const places = Map.groupBy(BUGS, ({ file, right }) => `${file} ${right}`);
  for (const bugs of places.values()) {
    const [{ file, right, name }] = bugs as [Bug];
    const [before = '', expression = '', after = ''] = right.split(/[«»]/);
    const path = join(folder, 'src', `${file}.ts`);
    const parts = readFileSync(path, 'utf8').split(`${before}${expression}${after}`);
    expect(parts.length, `${name}: the place is there once`).toBe(2);
    const woken = bugs.map((bug) => `globalThis.plantedBug === ${BUGS.indexOf(bug)} ? ${bug.wrong} : `).join('');
    writeFileSync(path, parts.join(`${before}(${woken}(${expression}))${after}`));
  }
}

beforeAll(async () => {
  mkdirSync(root, { recursive: true });
  folder = mkdtempSync(join(root, 'planted-api-'));
  cpSync(source, join(folder, 'src'), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  plantAll();
  const load = async <Module>(name: string) => (await import(join(folder, 'src', 'testing', `${name}.ts`))) as Module;
  const { openTestApp: open } = await load<{ openTestApp: typeof openTestApp }>('open-test-app');
  const { foundDoorWorld: found } = await load<{ foundDoorWorld: typeof foundDoorWorld }>('matrix/door-world');
  const { planDoors: draw } = await load<{ planDoors: typeof planDoors }>('matrix/plan-doors');
  ask = (await load<{ askDoors: typeof askDoors }>('matrix/ask-doors')).askDoors;
  test = await open(4);
  plan = draw(test, await found(test));
}, 120_000);
afterEach(() => {
  delete planted.plantedBug;
});
afterAll(async () => {
  await test?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Of one route, spread over everybody, so that the first hundreds say as much as the rest. */
const askingsAt = (route: RegExp, most: number): DoorPlan['askings'] => {
  const askings = plan.askings.filter(({ question }) => route.test(question.path));
  const step = Math.max(1, Math.floor(askings.length / most));
  const turns = Array.from({ length: step }, (_, turn) => askings.filter((_one, at) => at % step === turn));
  return turns.flat();
};

describe('a bug planted at a door', () => {
  it('is what is looked for: without one a tenth of the matrix finds nothing', async () => {
    const askings = plan.askings.filter((_, at) => at % 10 === 0);
    expect(await ask(test, askings)).toEqual([]);
  });

  it.each(BUGS.map((bug, at) => [bug.name, at, bug.asked] as const))(
    'is caught by the matrix: %s',
    async (_name, at, route) => {
      planted.plantedBug = at;
      expect((await ask(test, askingsAt(route, 200), 1)).length).toBeGreaterThan(0);
    },
    30_000,
  );
});
