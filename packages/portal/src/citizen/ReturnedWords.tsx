import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseEvent } from '../server/ledger.ts';
import { type Service, wordsIn } from '../server/service.ts';

interface ReturnedWordsProps {
  readonly events: readonly CaseEvent[];
  readonly service: Service | undefined;
  readonly organ: string;
}

/** 一次性告知: everything that is missing, at once, and the way to file anew. */
export function ReturnedWords({ events, service, organ }: ReturnedWordsProps) {
  const { t, i18n } = useTranslation();
  const points = events.find((event) => event.name === 'case.returned')?.facts.points;
  const codes = Array.isArray(points) ? points.map(String) : [];
  return (
    <Notice tone="warn" title={t('case.returnedTitle', { organ })}>
      <p>{t('case.returnedWords')}</p>
      <ol>
        {codes.map((code) => {
          const known = service?.points?.find((one) => one.code === code);
          return <li key={code}>{known === undefined ? code : wordsIn(known.words, i18n.language)}</li>;
        })}
      </ol>
    </Notice>
  );
}
