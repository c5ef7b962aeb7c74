import { type AccessRule, decide, type StoredRule } from '@minglu/ledger';
import { quantile } from '../report/quantile.ts';
import { atMost, figure, type Row } from '../report/row.ts';

const RULES = 1_000;
const ORGANISATIONS = 8;
const BAR_US = 5;
const ROUNDS = 60;
const DECISIONS = 5_000;
const DEEDS = ['cases.read', 'cases.queue', 'cases.decide', 'cases.claim', 'licences.suspend', 'licences.*', 'cases.*'];
const NOW = 1_780_000_000_000;

/** One decision among a thousand rules of every kind, from committed state, as a door asks it. */
export async function access(): Promise<Row[]> {
  const [none, all] = [world(0), world(RULES)];
  const questions = questionsOf();
  const bare = measure(none, questions);
  const ruled = measure(all, questions);
  return [
    figure('rules of access', RULES, ''),
    figure('a decision without rules, p50', bare, 'µs'),
    atMost('a decision among them, p50', ruled, 'µs', BAR_US),
  ];
}

type State = Parameters<typeof decide>[0];
type Question = readonly [Parameters<typeof decide>[1], string, Parameters<typeof decide>[3]];

function measure(state: State, questions: readonly Question[]): number {
  const roundsUs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    for (let at = 0; at < DECISIONS; at += 1) {
      const [actor, deed, resource] = questions[at % questions.length] as Question;
      decide(state, actor, deed, resource);
    }
    roundsUs.push(((performance.now() - startedAt) * 1_000) / DECISIONS);
  }
  return quantile(roundsUs.slice(ROUNDS / 6), 0.5);
}

/** Officers of eight organisations, a tenth of the rules about everybody, the rest shared out. */
function world(rules: number): State {
  const texts = new Map<string, string>();
  const put = (key: string, record: object): void => void texts.set(key, JSON.stringify(record));
  const lists = new Map<string, StoredRule[]>();
  for (let at = 0; at < rules; at += 1) {
    const org = at % 10 === 0 ? '' : `org-${at % ORGANISATIONS}`;
    lists.set(org, [...(lists.get(org) ?? []), { ...ruleNumber(at), id: `rule-${at}`, by: [] }]);
  }
  for (const org of ['', ...Array.from({ length: ORGANISATIONS }, (_, at) => `org-${at}`)]) {
    const list = lists.get(org);
    const named = list === undefined ? {} : { rules: `list ${org} of ${rules}` };
    if (list !== undefined) put(org === '' ? 'rules' : `rules/${org}`, { rules: list });
    if (org === '') put('access', named);
    else put(`org/${org}`, { name: org, kind: 'department', parent: 'org-0', ...named, status: 'active' });
    if (org === '') continue;
    put(`key/kid-${org}`, { jwk: {}, org, status: 'active', since: 1 });
    put(`role/${org}/kid-${org}/registrar`, { since: 1 });
  }
  return { get: (key) => texts.get(key) };
}

function ruleNumber(at: number): AccessRule {
  const deeds = [DEEDS[at % DEEDS.length] ?? '', `cases.none-${at}`];
  const regions = [`99${String(10 + (at % 80))}`];
  const effect = at % 10 === 0 || at % 3 === 0 ? 'deny' : 'allow';
  return { effect, deeds, regions, organs: [`org-${(at * 7) % ORGANISATIONS}`], services: [`service-${at % 5}`] };
}

function questionsOf(): Question[] {
  return Array.from({ length: 512 }, (_, at) => {
    const actor = { kid: `kid-org-${at % ORGANISATIONS}`, caseKey: false, atMs: NOW };
    const resource = {
      org: `org-${(at * 3) % ORGANISATIONS}`,
      region: `99${10 + (at % 90)}01`,
      service: `service-${at % 6}`,
    };
    return [actor, DEEDS[at % 5] ?? '', resource] as const;
  });
}
