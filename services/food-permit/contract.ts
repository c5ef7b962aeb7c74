import { type ContractRule, defineContract, factIsTrue, licenceIsHeld, paperIsThere } from '@minglu/service-kit';

/** The public part of an application, as the ledger has checked it. */
interface Body {
  readonly region: string;
  readonly fields: { readonly format: string; readonly item: string };
}

/** GB/T 4754: retail of food, and catering. */
const FOOD = /^(521[239]|522[124569]|62[0-9]{2})$/;
const FIELD = 'business-licence';
const REQUIREMENTS = { law: '食品安全法', article: '第三十三条第一款第四项' };
const PERMIT = { law: '食品安全法', article: '第三十五条第一款' };
const VISIT = { law: '食品安全法', article: '第三十五条第二款' };

const rules: readonly ContractRule<Body>[] = [
  factIsTrue('of-age', 'age-at-least-18', { law: '民法典', article: '第十八条' }),
  licenceIsHeld('business-licence-held', FIELD, PERMIT),
  {
    id: 'business-licence-covers-food',
    article: PERMIT,
    judge: ({ ledger }) => {
      const licence = ledger?.licences?.[FIELD];
      if (licence === undefined) return 'missing';
      return licence.scope.some((code) => FOOD.test(code)) ? 'met' : 'not-met';
    },
  },
  {
    id: 'same-district',
    article: VISIT,
    judge: ({ ledger, body }) => {
      const licence = ledger?.licences?.[FIELD];
      if (licence === undefined) return 'missing';
      return licence.region === body.region ? 'met' : 'not-met';
    },
  },
  {
    // The register says a bar only of those who have one on file; that it spoke at all shows in its other fact.
    id: 'no-food-bar',
    article: { law: '食品安全法', article: '第一百三十五条第一款' },
    fact: 'no-food-bar',
    judge: ({ facts }) => {
      if (facts['no-registration-bar'] === undefined) return 'missing';
      return facts['no-food-bar'] === false ? 'not-met' : 'met';
    },
  },
  paperIsThere('layout-given', 'layout', REQUIREMENTS),
  {
    id: 'staff-named',
    article: { law: '食品安全法', article: '第三十三条第一款第三项' },
    judge: ({ plain }) => (typeof plain.staff === 'number' && plain.staff > 0 ? 'met' : 'not-met'),
  },
  {
    // 必要时现场核查: loose food that is cooked by whoever buys it. All else an officer reads, and two visit where it is needed.
    id: 'no-visit-needed',
    article: VISIT,
    judge: ({ body }) => (body.fields.format === 'retail' && body.fields.item === 'bulk' ? 'met' : 'not-met'),
  },
];

/** Grants when every rule is met, else a person decides; there is no way to refuse. */
export const decide = defineContract(rules);
