import { type ContractRule, defineContract, factIsTrue } from '@minglu/service-kit';

/** The public part of an application, as the ledger has checked it. */
interface Body {
  readonly tradeName: string;
  readonly region: string;
  readonly fields: { readonly purpose: string; readonly from: string };
}

const rules: readonly ContractRule<Body>[] = [
  factIsTrue('of-age', 'age-at-least-18', { law: '民法典', article: '第十八条' }),
  {
    id: 'purpose-is-trade',
    article: { law: '行政许可法', article: '第三十四条第二款' },
    judge: ({ body }) => (body.fields.purpose === 'trade' ? 'met' : 'not-met'),
  },
];

/** Grants when every rule is met, else a person decides; there is no way to refuse. */
export const decide = defineContract(rules);
