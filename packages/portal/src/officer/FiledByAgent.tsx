import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseEvent } from '../server/ledger.ts';

/** Before anything is decided: it was not the holder who filed it (实施细则 16, item 5: the agent is to be checked too). */
export function FiledByAgent({ events }: { readonly events: readonly CaseEvent[] }) {
  const { t } = useTranslation();
  const submitted = events.find(({ name }) => name === 'case.submitted');
  const used = events.find(({ name, index }) => name === 'mandate.used' && index === submitted?.index);
  if (used === undefined) return null;
  const form = t(`represent.forms.${String(used.facts.form)}`);
  return (
    <Notice tone="warn" title={t('represent.filedBy', { form })}>
      <p>{t('represent.filedByWords')}</p>
    </Notice>
  );
}
