import type { BlockTransaction } from '../block.ts';
import {
  apply,
  DAY,
  foundingLetters,
  idOf,
  jwkOf,
  kidOf,
  type Letter,
  sealedSidecar,
  submission,
  TestChain,
} from './test-chain.ts';

export interface GoldenBlock {
  readonly time: number;
  readonly entries: readonly BlockTransaction[];
}

const NUMBER = '92110105MA0000007H';

/**
 * A short history in which every deed is done, many are refused, and everything falls due once. It is only used to
 * write a golden ledger; what was written replays for ever, whatever becomes of this file.
 */
export async function goldenStory(): Promise<readonly GoldenBlock[]> {
  const blocks: GoldenBlock[] = [{ time: new TestChain().time, entries: await foundingEntries() }];
  // A chain that is never applied: it only writes letters at the right times.
  const desk = new TestChain();
  const add = async (laterMs: number, letters: readonly (Letter | Promise<BlockTransaction>)[]) => {
    desk.time += laterMs;
    const entries = letters.map((letter) => (letter instanceof Promise ? letter : desk.write(letter)));
    blocks.push({ time: desk.time, entries: await Promise.all(entries) });
  };
  const by = (who: string, deed: string, body: object, more: Partial<Letter> = {}): Letter => ({
    by: who,
    deed,
    body: body as never,
    id: idOf(`golden ${blocks.length} ${who} ${deed} ${JSON.stringify(body)}`),
    ...more,
  });
  const licence = (deed: string, body: object = {}) => by('registrar', `licences.${deed}`, { number: NUMBER, ...body });
  const head = { org: 'market', kid: kidOf('head') };

  await add(1000, [
    apply(desk, { word: 'wang' }),
    apply(desk, { word: 'li', facts: {} }),
    apply(desk, { word: 'zhao', attester: 'stranger' }),
  ]);
  await add(1, [apply(desk, { word: 'sun', body: { ...submission, manual: true } }), apply(desk, { word: 'wang' })]);
  await add(500, [
    by('registrar', 'cases.decide', { case: idOf('li'), decision: 'refuse', reason: 'NO-CAPACITY' }),
    by(
      'registrar',
      'cases.decide',
      { case: idOf('li'), decision: 'refuse', reason: 'NO-CAPACITY' },
      { sidecar: sealedSidecar(), id: idOf('golden words') },
    ),
    by('clerk', 'cases.decide', { case: idOf('sun'), decision: 'grant' }),
  ]);
  await add(500, [
    licence('change', { tradeName: '明月茶馆' }),
    licence('suspend', { reason: 'CHECK', until: desk.time + DAY }),
  ]);
  await add(500, [
    by('founder', 'keys.register', { org: 'market', jwk: jwkOf('head') }),
    by('founder', 'roles.grant', { ...head, role: 'administrator' }),
    by('head', 'roles.grant', { org: 'market', kid: kidOf('clerk'), role: 'registrar', until: desk.time + 2 * DAY }),
    by('head', 'services.register', {}),
    by('founder', 'organisations.update', {
      id: 'police',
      endpoint: 'http://127.0.0.1:4100',
      sealingKey: jwkOf('seal'),
    }),
  ]);
  // The suspension ends: nobody acts.
  await add(DAY, []);
  await add(10, [licence('suspend', { reason: 'AGAIN' }), licence('restore'), licence('restore')]);
  // The clerk's role and the promise to sun pass.
  await add(3 * DAY, [by('clerk', 'cases.decide', { case: idOf('sun'), decision: 'grant' })]);
  await add(10, [
    by('registrar', 'cases.decide', { case: idOf('sun'), decision: 'grant' }),
    licence('close', { reason: 'BY-HOLDER' }),
  ]);
  await add(10, [
    licence('revoke', { reason: 'TOO-LATE', kind: 'revoked' }),
    by('founder', 'services.register', {
      id: 'tea-house',
      version: 2,
      organ: 'market',
      contract: 'e'.repeat(64),
      attesters: ['police'],
      promiseMs: DAY,
      licence: { kind: 'tea-licence', separately: true },
    }),
  ]);
  await add(10, [apply(desk, { word: 'zhou' }), by('registrar', 'licences.issue', { case: idOf('zhou') })]);
  await add(10, [
    by('founder', 'roles.revoke', { ...head, role: 'administrator' }),
    by('founder', 'keys.revoke', { kid: kidOf('head') }),
    by('founder', 'protocol.raise', { version: 2, height: 1_000_000 }),
    by('founder', 'licences.burn', {}),
    by('founder', 'organisations.update', { id: 'market', name: '过期' }, { notAfter: desk.time }),
  ]);
  return blocks;
}

async function foundingEntries(): Promise<readonly BlockTransaction[]> {
  const desk = new TestChain();
  const entries: BlockTransaction[] = [];
  for (const letter of foundingLetters) entries.push(await desk.write({ ...letter, by: 'founder' }));
  return entries;
}
