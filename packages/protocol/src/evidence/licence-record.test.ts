import { describe, expect, it } from 'vitest';
import { isLicenceNumber, licenceKey, readLicence } from './licence-record.ts';
import { idOf, licenceText, NUMBER } from './testing/sample-evidence.ts';

const text = (over: Record<string, unknown> = {}) => licenceText(idOf(4), over);

describe('the record of a licence', () => {
  it('is read as the state has it', () => {
    expect(readLicence(text())).toEqual(JSON.parse(text()));
    expect(readLicence(text({ status: 'suspended', until: 1_800_000_000_000 }))).toMatchObject({
      status: 'suspended',
      until: 1_800_000_000_000,
    });
  });

  it('has one of eight statuses', () => {
    for (const status of ['valid', 'suspended', 'ceased', 'closed', 'withdrawn', 'annulled', 'revoked', 'changed']) {
      expect(readLicence(text({ status })).status).toBe(status);
    }
  });

  it('may have members that a later version writes', () => {
    expect(readLicence(text({ changedAt: 5 }))).not.toHaveProperty('changedAt');
  });

  it('may say why it was taken away, and what the organ publishes beside its status', () => {
    const article = '市场主体登记管理条例 第四十四条';
    const mark = { reason: 'SIX-MONTHS', article, mark: 'unclosed', at: 7 };
    const more = { status: 'revoked', ground: { reason: 'FRAUD', article }, marks: [mark], serviceAddress: true };
    expect(readLicence(text(more))).toMatchObject(more);
  });

  it.each([
    ['ground', 'fraud'],
    ['marks', {}],
    ['marks', ['unclosed']],
    ['kind', 5],
    ['kind', 'Not A Code'],
    ['organ', ''],
    ['organName', ''],
    ['organName', 'x'.repeat(201)],
    ['service', undefined],
    ['case', 'short'],
    ['tradeName', null],
    ['scope', '6210'],
    ['scope', ['62100']],
    ['scope', [6210]],
    ['scope', Array.from({ length: 65 }, () => '6210')],
    ['region', '33010'],
    ['operator', '张三'],
    ['status', 'fine'],
    ['status', undefined],
    ['since', -1],
    ['since', '2026'],
    ['issuedAt', null],
    ['until', 'never'],
  ])('with %s as %s is refused', (member, value) => {
    expect(() => readLicence(text({ [member]: value }))).toThrow(
      expect.objectContaining({ code: 'licence-record-member', facts: { member } }),
    );
  });

  it('with half a ground or a mark of no instant is refused', () => {
    const half = { ground: { reason: 'FRAUD' } };
    expect(() => readLicence(text(half))).toThrow(expect.objectContaining({ facts: { member: 'article' } }));
    const timeless = { marks: [{ mark: 'unclosed', reason: 'X', article: 'Y', at: -1 }] };
    expect(() => readLicence(text(timeless))).toThrow(expect.objectContaining({ facts: { member: 'at' } }));
  });

  it('that is no strict JSON object is refused', () => {
    expect(() => readLicence('[]')).toThrow(expect.objectContaining({ code: 'json-value' }));
    expect(() => readLicence(`${text()} `)).toThrow(expect.objectContaining({ code: 'json-not-canonical' }));
  });

  it('stands under its number', () => {
    expect(licenceKey(NUMBER)).toBe(`licence/${NUMBER}`);
    expect(isLicenceNumber(NUMBER)).toBe(true);
    for (const wrong of [
      '',
      NUMBER.slice(1),
      `${NUMBER}0`,
      NUMBER.toLowerCase(),
      NUMBER.replace('A', 'I'),
      '９'.repeat(18),
    ]) {
      expect(isLicenceNumber(wrong)).toBe(false);
    }
  });
});
