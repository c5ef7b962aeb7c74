import { buildSidecar, type JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, enterCalendar, licenceOf, submitted, withLicence } from '../../testing/procedure-chain.ts';
import {
  apply,
  commitmentOf,
  foundedChain,
  idOf,
  kidOf,
  type Letter,
  sealedSidecar,
  sidecarFor,
  type TestChain,
} from '../../testing/test-chain.ts';

const SEALED = 'aa..bb.cc.dd';
const sealed = (...names: string[]) => sealedSidecar(Object.fromEntries(names.map((name) => [name, SEALED])));
const ask = (number: string, change: JsonObject, rest: Partial<Letter> = {}): Letter =>
  byHolder('wang', 'licences.apply-change', { number, ...change }, { id: idOf('change'), ...rest });
const close = (number: string, rest: Partial<Letter> = {}): Letter =>
  byHolder(
    'wang',
    'licences.apply-closing',
    { number, reason: 'BY-HOLDER' },
    {
      id: idOf('closing'),
      sidecar: sealed('tax-clearance'),
      ...rest,
    },
  );
const officer = (deed: string, body: JsonObject, rest: Partial<Letter> = {}): Letter => ({
  by: 'registrar',
  deed,
  body,
  ...rest,
});
const grant = (word = 'change'): Letter => officer('cases.decide', { case: idOf(word), decision: 'grant' });

describe('变更登记', () => {
  it('waits for an officer under the statutory clock, and the licence is what it was until he grants it', async () => {
    const { chain, number } = await withLicence();
    await enterCalendar(chain);
    expect(await accepted(chain, ask(number, { tradeName: '明月茶馆', scope: ['6233', '5226'] }))).toEqual([
      'case.submitted',
      'case.pending',
    ]);
    const pending = chain.find('case', idOf('change'));
    expect(pending).toMatchObject({
      status: 'pending',
      clock: { days: 3, extensionDays: 3 },
      body: { tradeName: '明月茶馆', region: '110105' },
      matter: { kind: 'change', licence: number, items: ['tradeName', 'scope'] },
    });
    expect(licenceOf(chain, 'wang')).toMatchObject({ tradeName: '清风茶馆', open: idOf('change') });
    await accepted(chain, officer('cases.claim', { case: idOf('change') }));
    const outcome = await chain.send(grant());
    expect(outcome).toMatchObject({
      events: [
        ['case.granted', { case: idOf('change'), licence: number, by: 'officer' }],
        ['licence.changed', { number, tradeName: '明月茶馆', case: idOf('change'), items: ['tradeName', 'scope'] }],
      ],
    });
    const licence = licenceOf(chain, 'wang');
    expect(licence).toMatchObject({ tradeName: '明月茶馆', scope: ['6233', '5226'], status: 'valid' });
    expect(licence).not.toHaveProperty('open');
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
    expect(chain.find('name', '110105/明月茶馆')).toEqual({ case: idOf('wang') });
  });

  it('is asked for by the holder alone, and one at a time', async () => {
    const { chain, number } = await withLicence();
    await submitted(chain, { word: 'li', facts: {} });
    await refusedWithoutTrace(chain, { ...ask(number, { tradeName: '明月茶馆' }), by: 'li' }, 'access-denied');
    await refusedWithoutTrace(
      chain,
      officer('licences.apply-change', { number, tradeName: '明月茶馆' }),
      'case-key-required',
    );
    await refusedWithoutTrace(chain, ask('92110105MA00000999', { tradeName: '明月茶馆' }), 'licence-unknown');
    await refusedWithoutTrace(chain, ask(number, { tradeName: '清风茶馆', scope: ['6233'] }), 'nothing-changes');
    await accepted(chain, ask(number, { tradeName: '明月茶馆' }));
    await refusedWithoutTrace(chain, ask(number, { tradeName: '朗月茶馆' }, { id: idOf('again') }), 'matter-open');
    await refusedWithoutTrace(chain, close(number), 'matter-open');
    await refusedWithoutTrace(
      chain,
      byHolder('wang', 'licences.announce-closing', { number, debts: 'none' }),
      'matter-open',
    );
    await refusedWithoutTrace(
      chain,
      byHolder('wang', 'licences.hand-over', { number, kid: kidOf('li') }),
      'matter-open',
    );
  });

  it('that is returned, withdrawn or refused changes nothing, and may be filed anew by the same key', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, ask(number, { tradeName: '明月茶馆' }));
    const points = { case: idOf('change'), points: ['premises-paper'] };
    await accepted(chain, officer('cases.supplement', points, { sidecar: sealedSidecar() }));
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('open');
    const anew = ask(number, { tradeName: '明月茶馆', previous: idOf('change') }, { id: idOf('anew') });
    await accepted(chain, anew);
    expect(chain.find('case', idOf('anew'))).toMatchObject({ previous: idOf('change'), round: 2 });
    expect(chain.find('case', idOf('change'))).toMatchObject({ successor: idOf('anew') });
    await accepted(chain, byHolder('wang', 'cases.withdraw', { case: idOf('anew') }));
    const used = ask(number, { tradeName: '明月茶馆', previous: idOf('change') }, { id: idOf('more') });
    await refusedWithoutTrace(chain, used, 'case-has-successor');
    await submitted(chain, { word: 'li', facts: {} });
    await accepted(chain, byHolder('li', 'cases.withdraw', { case: idOf('li') }));
    const other = ask(number, { tradeName: '明月茶馆', previous: idOf('li') }, { id: idOf('other') });
    await refusedWithoutTrace(chain, other, 'successor-not-named');
    expect(licenceOf(chain, 'wang')).toMatchObject({ tradeName: '清风茶馆', status: 'valid' });
  });

  it('does not take a name that somebody else has', async () => {
    const { chain, number } = await withLicence();
    await submitted(chain, { word: 'li', body: { ...(await bodyOf(chain)), tradeName: '明月茶馆' } });
    await accepted(chain, ask(number, { tradeName: '明月 茶馆' }));
    await refusedWithoutTrace(chain, grant(), 'name-taken');
  });

  it('needs the papers of what changes and is not public, sealed', async () => {
    const { chain, number } = await withLicence();
    const moves = { particulars: ['premises'] };
    await refusedWithoutTrace(chain, ask(number, moves), 'particulars-missing');
    await refusedWithoutTrace(chain, ask(number, { region: '110106' }), 'particulars-missing');
    await accepted(chain, ask(number, moves, { sidecar: sealed('premises') }));
    await accepted(chain, grant());
    expect(licenceOf(chain, 'wang')?.region).toBe('110105');
    await accepted(chain, ask(number, { region: '110106' }, { id: idOf('next'), sidecar: sealed('premises') }));
    await accepted(chain, grant('next'));
    expect(licenceOf(chain, 'wang')?.region).toBe('110106');
    expect(chain.find('name', '110106/清风茶馆')).toEqual({ case: idOf('wang') });
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
  });

  it('that comes late is taken, and says so; one of a day to come is not', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, ask(number, { tradeName: '明月茶馆', happenedOn: '2026-06-30' }), 'day-ahead');
    await accepted(chain, ask(number, { tradeName: '明月茶馆', happenedOn: '2026-03-01', ground: 'permit-ended' }));
    expect(chain.find('case', idOf('change'))?.matter).toMatchObject({ afterDays: 89, ground: 'permit-ended' });
  });

  it('is not granted where the licence has ended while it waited', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, ask(number, { tradeName: '明月茶馆' }));
    const article = '市场主体登记管理条例 第四十四条';
    await accepted(chain, officer('licences.revoke', { number, reason: 'FRAUD', kind: 'revoked', article }));
    await refusedWithoutTrace(chain, grant(), 'matter-unsuited');
    const words = { case: idOf('change'), decision: 'refuse', reason: 'LICENCE-ENDED' };
    await accepted(chain, officer('cases.decide', words, { sidecar: sealedSidecar() }));
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'revoked', ground: { reason: 'FRAUD', article } });
    await refusedWithoutTrace(chain, ask(number, { tradeName: '明月茶馆' }, { id: idOf('late') }), 'matter-unsuited');
  });

  it('is of the market registers', async () => {
    const chain = await foundedChain();
    chain.block([await apply(chain, { word: 'wang' })]);
    const number = chain.find('case', idOf('wang'))?.licence ?? '';
    await refusedWithoutTrace(chain, ask(number, { tradeName: '明月茶馆' }), 'licence-without-procedure');
  });
});

describe('变更经营者', () => {
  const operator = commitmentOf('new operator');
  const named = (number: string): Letter => byHolder('wang', 'licences.hand-over', { number, kid: kidOf('chen') });
  const asked = async (chain: TestChain, number: string, sidecar?: string): Promise<Letter> => {
    const whole = JSON.parse(await sidecarFor(chain, { word: 'chen' }));
    const more = buildSidecar({ ...whole, sealed: { 'tax-clearance': SEALED, 'operator-name': SEALED } });
    const body = { number, operator, particulars: ['operator-name'] };
    const given = sidecar ?? more;
    return byHolder('chen', 'licences.apply-change', body, { id: idOf('chen'), sidecar: given });
  };

  it('is asked for by the key that the holder named, and from the grant on that key holds the licence', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, await asked(chain, number), 'access-denied');
    await accepted(chain, named(number));
    await accepted(chain, await asked(chain, number));
    await accepted(chain, grant('chen'));
    expect(licenceOf(chain, 'wang')).toMatchObject({ operator, holder: kidOf('chen'), status: 'valid' });
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('successorKid');
    await refusedWithoutTrace(
      chain,
      byHolder('wang', 'licences.announce-closing', { number, debts: 'none' }),
      'access-denied',
    );
    await accepted(chain, byHolder('chen', 'licences.announce-closing', { number, debts: 'none' }));
  });

  it('needs an identity that a department has checked, and the taxes settled', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, named(number));
    const unknown = sealed('tax-clearance', 'operator-name');
    await refusedWithoutTrace(chain, await asked(chain, number, unknown), 'identity-missing');
    const { attestations, ...rest } = JSON.parse(await sidecarFor(chain, { word: 'chen' }));
    const owing = buildSidecar({ attestations, ...rest, sealed: { 'operator-name': SEALED } });
    await refusedWithoutTrace(chain, await asked(chain, number, owing), 'clearance-missing');
  });
});

describe('一般注销', () => {
  it('takes an application and a tax clearance, and closes when an officer grants it', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, close(number, { sidecar: sealedSidecar() }), 'clearance-missing');
    await accepted(chain, close(number));
    expect(chain.find('case', idOf('closing'))?.matter).toEqual({
      kind: 'closing',
      licence: number,
      ground: 'BY-HOLDER',
    });
    await accepted(chain, grant('closing'));
    expect(licenceOf(chain, 'wang')?.status).toBe('closed');
    expect(chain.find('name', '110105/清风茶馆')).toBeUndefined();
    await refusedWithoutTrace(chain, close(number, { id: idOf('again') }), 'matter-unsuited');
  });

  it('is open to a licence that was taken away, whose mark then goes', async () => {
    const { chain, number } = await withLicence();
    const article = '市场主体登记管理条例 第四十八条第三款';
    await accepted(chain, officer('licences.revoke', { number, reason: 'LENT', kind: 'revoked', article }));
    const mark = { number, mark: 'unclosed', reason: 'SIX-MONTHS', article: '实施细则 第六十七条' };
    await refusedWithoutTrace(chain, officer('licences.mark', mark), 'mark-too-early');
    chain.block([], 190 * 86_400_000);
    await accepted(chain, officer('licences.mark', mark));
    await accepted(chain, close(number));
    await accepted(chain, grant('closing'));
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'closed', ground: { article } });
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('marks');
  });
});

describe('备案, 换发 and marks', () => {
  it('record what the holder tells at once, sealed', async () => {
    const { chain, number } = await withLicence();
    const file = byHolder(
      'wang',
      'licences.file',
      { number, particulars: ['contact'] },
      { sidecar: sealed('contact') },
    );
    await refusedWithoutTrace(chain, { ...file, sidecar: sealedSidecar() }, 'particulars-missing');
    expect(await accepted(chain, file)).toEqual(['licence.filed']);
    expect(licenceOf(chain, 'wang')?.filedAt).toBe(chain.time);
  });

  it('count the editions of a licence', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, officer('licences.replace', { number, old: 'declared-void' }));
    expect(licenceOf(chain, 'wang')?.edition).toBe(2);
    await refusedWithoutTrace(
      chain,
      { ...officer('licences.replace', { number, old: 'returned' }), by: 'clerk' },
      'access-denied',
    );
  });

  it('stand beside the status until they are taken away, and bar the short procedure', async () => {
    const { chain, number } = await withLicence();
    const article = '市场主体登记管理条例 第三十三条';
    const mark = officer('licences.mark', { number, mark: 'abnormal', reason: 'UNREACHABLE', article });
    await refusedWithoutTrace(chain, { ...mark, by: 'police-attester' }, 'access-denied');
    await refusedWithoutTrace(chain, officer('licences.mark', { ...mark.body, mark: 'unclosed' }), 'matter-unsuited');
    await accepted(chain, mark);
    await refusedWithoutTrace(chain, mark, 'mark-exists');
    await refusedWithoutTrace(
      chain,
      byHolder('wang', 'licences.announce-closing', { number, debts: 'none' }),
      'closing-barred',
    );
    const gone = officer('licences.unmark', { number, mark: 'abnormal', reason: 'UNREACHABLE' });
    await accepted(chain, gone);
    await refusedWithoutTrace(chain, gone, 'mark-unknown');
    await accepted(chain, byHolder('wang', 'licences.announce-closing', { number, debts: 'none' }));
  });

  it('are of no licence that is closed', async () => {
    const { chain, number } = await withLicence();
    await accepted(chain, officer('licences.close', { number, reason: 'BY-HOLDER' }));
    const body = { number, mark: 'order', reason: 'LATE', article: '市场主体登记管理条例 第四十六条' };
    await refusedWithoutTrace(chain, officer('licences.mark', body), 'licence-final');
  });
});

describe('歇业 in version 3', () => {
  const rest = (number: string, more: Partial<Letter> = {}): Letter =>
    byHolder(
      'wang',
      'licences.cease',
      { number, reason: 'FLOOD', until: '2026-08-31', address: 'service-address' },
      more,
    );

  it('may have an address for service instead of the premises, sealed to the organ, until business is open again', async () => {
    const { chain, number } = await withLicence();
    await refusedWithoutTrace(chain, rest(number), 'service-address-missing');
    await accepted(chain, rest(number, { sidecar: sealed('service-address') }));
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'ceased', serviceAddress: true });
    await accepted(chain, byHolder('wang', 'licences.resume', { number }));
    expect(licenceOf(chain, 'wang')).not.toHaveProperty('serviceAddress');
  });

  it('ends where an officer finds it open, and the order to say so stands beside the status', async () => {
    const { chain, number } = await withLicence();
    const article = '市场主体登记管理条例 第三十条';
    const found = officer('licences.establish-resumption', { number, article });
    await refusedWithoutTrace(chain, found, 'licence-not-ceased');
    await accepted(chain, rest(number, { sidecar: sealed('service-address') }));
    expect(await accepted(chain, found)).toEqual(['licence.resumed', 'licence.marked']);
    expect(licenceOf(chain, 'wang')).toMatchObject({ status: 'valid', marks: [{ mark: 'order', article }] });
  });
});

async function bodyOf(chain: TestChain): Promise<JsonObject> {
  const { transaction } = await apply(chain, { word: 'somebody' });
  return transaction.body;
}
