import { describe, expect, it } from 'vitest';
import { base64urlEncode } from '../encoding/base64url.ts';
import { formatLicenceFile, parseLicenceFile } from './licence-file.ts';
import { licenceProofText, NUMBER, OPERATOR, OTHER_NUMBER, SALT, sampleLog, trust } from './testing/sample-evidence.ts';
import { verifyLicenceFile } from './verify-licence-file.ts';

const sample = await sampleLog();
const proofText = await licenceProofText(sample);
const operator = { salt: SALT, value: OPERATOR };
const text = formatLicenceFile({ operator }, proofText);
const refusal = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });
const json = JSON.parse(text) as Record<string, unknown>;

describe('verifying a licence file', () => {
  it("shows the operator's name, which the register has only as a commitment", async () => {
    const verified = await verifyLicenceFile(text, { trust });
    expect(verified).toMatchObject({ number: NUMBER, disclosures: { operator: '张三' }, policyMet: true });
    expect(proofText).not.toContain(OPERATOR);
  });

  it('holds without the name: showing it is the choice of whoever holds the file', async () => {
    const verified = await verifyLicenceFile(formatLicenceFile({}, proofText), { trust });
    expect(verified.disclosures).toEqual({});
  });

  it('refuses another name, another salt, and a name for a licence that is not there', async () => {
    const other = formatLicenceFile({ operator: { salt: SALT, value: '李四' } }, proofText);
    await expect(verifyLicenceFile(other, { trust })).rejects.toEqual(refusal('licence-file-disclosure'));
    const salt = base64urlEncode(new Uint8Array(16).fill(8));
    const salted = formatLicenceFile({ operator: { salt, value: OPERATOR } }, proofText);
    await expect(verifyLicenceFile(salted, { trust })).rejects.toEqual(refusal('licence-file-disclosure'));
    const absent = await licenceProofText(sample, { number: OTHER_NUMBER });
    const nobody = formatLicenceFile({ operator }, absent);
    await expect(verifyLicenceFile(nobody, { trust })).rejects.toEqual(refusal('licence-file-disclosure'));
  });

  it('refuses what its proof refuses', async () => {
    const changed = text.replace('西湖区', '上城区');
    await expect(verifyLicenceFile(changed, { trust })).rejects.toEqual(refusal('licence-proof-state'));
  });

  it('text and parts are each other', () => {
    const file = parseLicenceFile(text);
    expect(file).toMatchObject({ number: NUMBER, disclosures: { operator } });
    expect(formatLicenceFile(file.disclosures, proofText)).toBe(text);
  });

  it.each([
    ['another version', { ...json, v: 1 }, 'licence-file-members'],
    ['another type', { ...json, type: 'minglu-licence-proof' }, 'licence-file-members'],
    ['a member more', { ...json, more: 1 }, 'licence-file-members'],
    ['a proof that is a text', { ...json, proof: proofText }, 'licence-file-members'],
    ['another number than its proof', { ...json, number: OTHER_NUMBER }, 'licence-file-number'],
    ['disclosures that are a list', { ...json, disclosures: [] }, 'licence-file-disclosure'],
    ['a disclosure of something else', { ...json, disclosures: { age: operator } }, 'licence-file-disclosure'],
    ['two disclosures', { ...json, disclosures: { operator, more: operator } }, 'licence-file-disclosure'],
    ['a disclosure without a salt', { ...json, disclosures: { operator: { value: 'x' } } }, 'licence-file-disclosure'],
    ['a short salt', { ...json, disclosures: { operator: { salt: 'x', value: 'x' } } }, 'licence-file-disclosure'],
    ['an empty value', { ...json, disclosures: { operator: { salt: SALT, value: '' } } }, 'licence-file-disclosure'],
    [
      'a value that is a number',
      { ...json, disclosures: { operator: { salt: SALT, value: 3 } } },
      'licence-file-disclosure',
    ],
    [
      'a value of 201 characters',
      { ...json, disclosures: { operator: { salt: SALT, value: '张'.repeat(201) } } },
      'licence-file-disclosure',
    ],
  ])('with %s is refused', (_, wrong, code) => {
    expect(() => parseLicenceFile(JSON.stringify(wrong))).toThrow(refusal(code));
  });

  it('is not made around what is no proof', () => {
    expect(() => formatLicenceFile({}, '{}')).toThrow(refusal('licence-proof-members'));
  });
});
