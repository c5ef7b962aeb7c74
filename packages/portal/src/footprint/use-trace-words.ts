import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.ts';
import { cityQuery } from '../server/queries.ts';
import type { Trace } from './merge-traces.ts';

/** Who, what and what for, in sentences: every code has words, and one that is newer than this page says so. */
export function useTraceWords(): (trace: Trace) => { who: string; what: string; why: string | undefined } {
  const { t } = useTranslation();
  const city = useQuery(cityQuery);
  const organOf = (id: string | undefined) =>
    city.data?.departments.find((one) => one.id === id)?.name ?? id ?? t('footprint.who.someOrgan');
  return ({ who, organ, number, action, kind, field, purpose, result }) => {
    const code = action.replaceAll('.', '-');
    const named =
      kind === 'deed' ? t(`deeds.${code}`, { defaultValue: t(`rights.deeds.${code}`, { defaultValue: '' }) }) : '';
    const byKind = named === '' ? t(`footprint.kinds.${kind}`, { defaultValue: code }) : named;
    const done = t(`footprint.actions.${code}`, { defaultValue: byKind });
    const what = field === undefined ? done : t('footprint.field', { done, field: nameOfField(t, field) });
    const known = purpose === undefined ? undefined : t(`unmask.purposes.${purpose}`, { defaultValue: '' });
    const why = known === '' ? t(`footprint.purposes.${purpose}`, { defaultValue: purpose ?? '' }) : known;
    return {
      who: t(`footprint.who.${who}`, { organ: organOf(organ), number: number ?? '' }),
      what: result === 'allowed' ? what : t('footprint.refused', { what }),
      why,
    };
  };
}

function nameOfField(t: ReturnType<typeof useTranslation>['t'], field: string): string {
  return t(`sealedNames.${field}`, { defaultValue: t('footprint.papers', { kind: field }) });
}
