import { accessNames, decide } from '@minglu/ledger';
import type { TestApp } from '../open-test-app.ts';
import { type DoorCell, type DoorQuestion, questionsOf, type Visitor } from './door-cells.ts';
import { DAY, type DoorWorld, NIGHT } from './door-world.ts';

export const TIMES = { day: DAY + 60_000, night: NIGHT } as const;
export type Time = keyof typeof TIMES;

/** One request of somebody at some time. */
export interface Asking {
  readonly at: Time;
  readonly visitor: Visitor;
  readonly question: DoorQuestion;
}

export interface DoorPlan {
  readonly askings: readonly Asking[];
  readonly cells: number;
  readonly allowing: number;
  /** Of all that are refused, also those that are not asked. */
  readonly refusals: number;
  /** Kinds of refusals: by route, deed or part, and reason. */
  readonly kinds: ReadonlySet<string>;
  readonly askedKinds: ReadonlySet<string>;
}

/** Refused cells to one allowed: a door that lets nobody through would pass a matrix of refusals. */
const REFUSED_TO_ALLOWED = 1.4;
const SEED = 20_261_123;

export const visitorsAt = (world: DoorWorld, atMs: number): Visitor[] => [
  ...world.officers.map((kid) => ({ kid, isCaseKey: false, atMs })),
  ...world.holders.map((kid) => ({ kid, isCaseKey: true, atMs })),
];

/** Everything that can be asked, person by person. */
export function* everyAsking(world: DoorWorld): Generator<Asking> {
  for (const at of Object.keys(TIMES) as Time[])
    for (const visitor of visitorsAt(world, TIMES[at]))
      for (const question of questionsOf(world, visitor, accessNames)) yield { at, visitor, question };
}

/** Everything that is allowed is asked; of what is refused one of each kind, and a sample that a seed draws. */
export const planDoors = ({ node }: TestApp, world: DoorWorld): DoorPlan => {
  const all = [...everyAsking(world)];
  const of = (wanted: boolean) =>
    all.flatMap((one) => one.question.cells.filter((cell) => cell.allowed === wanted)).length;
  const [allowing, refusals] = [of(true), of(false)];
  const state = { get: (key: string): string | undefined => node.read(key).value };
  const random = drawFrom(SEED);
  const kinds = new Set<string>();
  const askedKinds = new Set<string>();
  const share = (REFUSED_TO_ALLOWED * allowing) / refusals;
  const isWanted = (asking: Asking, cell: DoorCell): boolean => {
    if (cell.allowed) return true;
    const kind = kindOf(state, asking, cell);
    const isNew = !kinds.has(kind);
    kinds.add(kind);
    return isNew || random() < share;
  };
  const askings = all.flatMap((asking) => {
    const { question, ...who } = asking;
    const wanted = question.cells.filter((cell) => isWanted(asking, cell));
    if (wanted.length === 0) return [];
    const asked = question.only?.(wanted) ?? [question];
    for (const cell of asked.flatMap(({ cells }) => cells))
      if (!cell.allowed) askedKinds.add(kindOf(state, asking, cell));
    return asked.map((one) => ({ ...who, question: one }));
  });
  const cells = askings.reduce((sum, one) => sum + one.question.cells.length, 0);
  return { askings, cells, allowing, refusals, kinds, askedKinds };
};

const ID = /[\w-]{22,}|\d{18}/g;

/** Route, deed or part, and why: the chain's own reason where one question is asked, else who asks. */
const kindOf = (state: Parameters<typeof decide>[0], { visitor, question }: Asking, cell: DoorCell): string => {
  const route = (question.path.split('&deeds=')[0] ?? '').replace(ID, ':id');
  if (cell.asked === undefined) return `${route} ${cell.name.replace(ID, ':id')} ${visitor.isCaseKey}`;
  const { kid, isCaseKey: caseKey, atMs } = visitor;
  const actor = { kid, caseKey, atMs, assurance: caseKey ? (1 as const) : (3 as const) };
  const decision = decide(state, actor, cell.asked.deed, cell.asked.resource);
  return `${route} ${cell.name} ${decision.allow ? 'allowed' : `${decision.code} ${ruleOf(decision.facts, kid)}`}`;
};

/** A rule denies also those who had no right: whom it decides about is only found by asking for everybody. */
const ruleOf = ({ rule }: Readonly<Record<string, unknown>>, kid: string): string =>
  rule === undefined ? '' : `${rule} ${kid}`;

/** mulberry32: numbers under one that a seed decides. */
const drawFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
