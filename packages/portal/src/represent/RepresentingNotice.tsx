import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { StoredCase } from '../store/case-store.ts';
import { powersOf } from './powers.ts';

/** Above every page on which somebody acts in another's place: in whose, as what, how far. */
export function RepresentingNotice({ stored }: { readonly stored: StoredCase }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { represented, operator } = stored;
  if (represented === undefined) return null;
  const form = t(`represent.forms.${represented.form}`);
  const may = powersOf(represented.deeds).map((power) => t(`represent.powers.${power}`));
  const whom = operator.value === '' ? t('represent.theHolder') : operator.value;
  return (
    <Notice tone="warn" title={t('represent.acting', { name: whom, form })}>
      <p>{t('represent.actingWords', { may: may.join(t('looks.itemGap')), until: format.day(represented.until) })}</p>
      <p>
        <Link to="/represent">{t('represent.switch')}</Link>
      </p>
    </Notice>
  );
}
