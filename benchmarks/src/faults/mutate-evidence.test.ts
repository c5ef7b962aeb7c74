import { checkSignaturePure, verifyLicenceProof, verifyReceipt } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { mutateEvidence } from './mutate-evidence.ts';
import { byteMutations } from './mutations/byte-mutations.ts';
import { licenceMutations } from './mutations/licence-mutations.ts';
import { receiptMutations } from './mutations/receipt-mutations.ts';
import { licenceProofOf, receiptOf, sampleHistory } from './sample-evidence.ts';

describe('mutated evidence', () => {
  it('2,000 mutants, half of them structural, are refused or tell nothing but the truth', async () => {
    const report = await mutateEvidence({ seed: 20_260_101, count: 2000 });
    expect(report.accepted).toEqual([]);
    expect(report.uncaught).toEqual([]);
    expect(report).toMatchObject({ tried: 2000, structural: 1000 });
    expect(report.refused + report.harmless).toBe(2000);
    expect(report.refused).toBeGreaterThan(1500);
    const known = [byteMutations, receiptMutations, licenceMutations].flatMap((each) => Object.keys(each));
    expect(Object.keys(report.kinds).sort()).toEqual(known.sort());
  });

  it('the same seed makes the same mutants', async () => {
    const [one, two] = [await mutateEvidence({ seed: 7, count: 60 }), await mutateEvidence({ seed: 7, count: 60 })];
    expect(one).toEqual(two);
  });

  it('a verifier that believes every signature is found out', async () => {
    const report = await mutateEvidence({ seed: 3, count: 1500, checkSignature: () => true });
    const lies = new Set(report.accepted.map(({ what }) => what));
    expect(lies).toContain('another record');
    expect(lies).toContain('a witness that did not see it');
    expect(lies).toContain('another time');
  });

  it('the evidence before mutation verifies', async () => {
    const history = await sampleHistory({ origin: 'minglu.example/city', keys: 1, story: 1 });
    const options = { trust: history.trust, checkSignature: checkSignaturePure };
    for (const checkpoint of history.checkpoints) {
      await expect(verifyReceipt(receiptOf(history, 8, checkpoint), options)).resolves.toMatchObject({
        index: 8,
        policyMet: checkpoint.seenBy.length >= 2,
      });
    }
    for (const { number, issuedAt } of history.licences.slice(0, 4)) {
      await expect(verifyLicenceProof(licenceProofOf(history, number, 7, issuedAt), options)).resolves.toMatchObject({
        number,
        policyMet: true,
      });
    }
    await expect(verifyLicenceProof(licenceProofOf(history, '92330100MA9YYYYY00', 7), options)).resolves.toMatchObject({
      value: null,
    });
  });
});
