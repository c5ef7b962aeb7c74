import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Outcome, parseSidecar, parseTransaction } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { applyBlock } from './apply-block.ts';
import type { Block } from './block.ts';
import type { ContractRunner } from './contract-runner.ts';
import type { Genesis } from './genesis.ts';
import { deedNames, findDeed } from './modules.ts';
import { MemoryState } from './state/memory-state.ts';
import { type GoldenBlock, goldenStory } from './testing/golden-story.ts';
import { procedureStory } from './testing/procedure-story.ts';
import { RootFollower, rootByDefinition } from './testing/state-root.ts';
import { ageContract, CHAIN, jwkOf, START } from './testing/test-chain.ts';
import { versionFourStory } from './testing/version-four-story.ts';
import { versionThreeStory } from './testing/version-three-story.ts';

interface Golden {
  readonly name: string;
  readonly folder: string;
  /** Version of the state machine it was founded with. */
  readonly protocol: number;
  readonly story: () => Promise<readonly GoldenBlock[]>;
  /** What happens in it by time alone. */
  readonly due: readonly string[];
}

const folderOf = (name: string) => fileURLToPath(new URL(`../../../vectors/golden/${name}/`, import.meta.url));

const goldens: readonly Golden[] = [
  {
    name: 'v0',
    folder: folderOf('v0'),
    protocol: 1,
    story: goldenStory,
    due: ['case.overdue', 'licence.suspension-ended', 'role.expired'],
  },
  {
    name: 'v0-protocol-2',
    folder: folderOf('v0-protocol-2'),
    protocol: 2,
    story: procedureStory,
    due: [
      ...['calendar.missing', 'calendar.recounted', 'case.due-changed', 'case.overdue', 'case.review-overdue'],
      ...['licence.closed', 'licence.closing-ripe', 'licence.resumed'],
    ],
  },
  {
    name: 'v0-protocol-3',
    folder: folderOf('v0-protocol-3'),
    protocol: 3,
    story: versionThreeStory,
    due: [
      ...['annulment.overdue', 'calendar.missing', 'calendar.recounted', 'case.due-changed', 'case.overdue'],
      ...['licence.closed', 'licence.resumed'],
    ],
  },
  {
    name: 'v0-protocol-4',
    folder: folderOf('v0-protocol-4'),
    protocol: 4,
    story: versionFourStory,
    due: [
      ...['access.emergency-overdue', 'access.proposal-lapsed', 'access.request-lapsed'],
      ...[
        'annulment.due-changed',
        'annulment.overdue',
        'audit.finding-overdue',
        'audit.hold-lapsed',
        'bar.ended',
        'calendar.missing',
        'calendar.recounted',
      ],
      ...['case.due-changed', 'case.overdue', 'licence.closed', 'mandate.expired', 'role.expired'],
    ],
  },
];

/** One line of `blocks.jsonl`: what went in, what every contract was asked and answered, what came out. */
interface GoldenLine {
  readonly height: number;
  readonly time: number;
  readonly transactions: readonly { readonly jws: string; readonly sidecar?: string }[];
  readonly contracts: readonly { readonly contract: string; readonly input: string; readonly output: string }[];
  readonly outcomes: readonly Outcome[];
  readonly events: readonly unknown[];
  readonly protocol: number;
  readonly stateRoot: string;
}

const read = ({ folder }: Golden, name: string) => readFileSync(`${folder}${name}`, 'utf8');

function readLines(golden: Golden): GoldenLine[] {
  return read(golden, 'blocks.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function blockOf({ height, time, transactions }: GoldenLine): Block {
  const entries = transactions.map(({ jws, sidecar }) => ({
    transaction: parseTransaction(jws),
    sidecar: sidecar === undefined ? undefined : parseSidecar(sidecar),
  }));
  return { height, time, transactions: entries };
}

/** Answers as recorded, and only to the questions recorded, in their order. */
function recordedRunner(calls: GoldenLine['contracts']): ContractRunner {
  let next = 0;
  return {
    run: (contract, input) => {
      const call = calls[next];
      next += 1;
      expect({ contract, input }).toEqual({ contract: call?.contract, input: call?.input });
      return call?.output ?? '';
    },
  };
}

/** Writes the golden ledger anew; only for a format that nothing has run on yet. */
async function writeGolden({ folder, protocol: founded, story }: Golden): Promise<void> {
  const version = founded === 1 ? {} : { protocol: founded };
  const genesis: Genesis = { chain: CHAIN, founder: jwkOf('founder'), time: START, ...version };
  const state = new MemoryState();
  const roots = new RootFollower();
  const lines = (await story()).map(({ time, entries }, height) => {
    const contracts: { contract: string; input: string; output: string }[] = [];
    const run: ContractRunner['run'] = (contract, input) => {
      const output = ageContract.run(contract, input);
      contracts.push({ contract, input, output });
      return output;
    };
    const applied = applyBlock(state, { height, time, transactions: entries }, { contracts: { run }, genesis });
    state.commit(applied.changes);
    const transactions = entries.map(({ transaction: { jws }, sidecar }) =>
      sidecar === undefined ? { jws } : { jws, sidecar: sidecar.text },
    );
    const { outcomes, blockEvents: events, protocol } = applied;
    return JSON.stringify({
      height,
      time,
      transactions,
      contracts,
      outcomes,
      events,
      protocol,
      stateRoot: roots.update(applied.changes.values),
    });
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}genesis.json`, `${JSON.stringify(genesis)}\n`);
  writeFileSync(`${folder}blocks.jsonl`, `${lines.join('\n')}\n`);
  writeFileSync(
    `${folder}state.jsonl`,
    `${[...state.entries()]
      .sort()
      .map((entry) => JSON.stringify(entry))
      .join('\n')}\n`,
  );
}

for (const golden of goldens) if (process.env.UPDATE_GOLDEN === golden.name) await writeGolden(golden);

describe.each(goldens)('the golden ledger $name', (golden) => {
  const genesis: Genesis = JSON.parse(read(golden, 'genesis.json'));
  const lines = readLines(golden);

  it('gives the recorded outcomes, events, questions to contracts and state roots, block for block', () => {
    const state = new MemoryState();
    const roots = new RootFollower();
    for (const line of lines) {
      const { outcomes, blockEvents, changes, protocol } = applyBlock(state, blockOf(line), {
        contracts: recordedRunner(line.contracts),
        genesis,
      });
      state.commit(changes);
      expect({ height: line.height, outcomes, events: blockEvents, protocol }).toEqual({
        height: line.height,
        outcomes: line.outcomes,
        events: line.events,
        protocol: line.protocol,
      });
      expect(roots.update(changes.values), `state root at ${line.height}`).toBe(line.stateRoot);
    }
    const entries = [...state.entries()].sort().map((entry) => JSON.stringify(entry));
    expect(entries.join('\n')).toBe(read(golden, 'state.jsonl').trimEnd());
  });

  it('ends with the root that the definition gives for its last state', () => {
    const entries = read(golden, 'state.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, string]);
    expect(rootByDefinition(entries)).toBe(lines.at(-1)?.stateRoot);
  });

  it('does every deed that came with its version, and refuses some', () => {
    const { protocol } = golden;
    // The first one stands as it is, and its revocation came too late.
    const isDone = (outcome?: Outcome) => protocol === 1 || (outcome !== undefined && 'events' in outcome);
    const deeds = new Set(
      lines.flatMap(({ transactions, outcomes }) =>
        transactions.filter((_one, i) => isDone(outcomes[i])).map(({ jws }) => parseTransaction(jws).deed),
      ),
    );
    for (const deed of deedNames) {
      const isNew = findDeed(deed, protocol) !== undefined && findDeed(deed, protocol - 1) === undefined;
      if (isNew) expect(deeds, deed).toContain(deed);
    }
    const refusals = lines.flatMap(({ outcomes }) =>
      outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : [])),
    );
    expect(new Set(refusals).size).toBeGreaterThan(8);
  });

  it('lets everything fall due', () => {
    const names = lines.flatMap(({ events }) => events.map((event) => (event as [string])[0]));
    expect([...new Set(names)].sort()).toEqual(golden.due);
  });
});
