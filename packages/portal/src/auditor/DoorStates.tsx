import { Notice } from '../design/Notice.tsx';
import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import { failureOf } from '../server/failure.ts';
import type { DoorState } from './merge-doors.ts';
import { useAuditWords } from './use-audit-words.ts';

/** How far each stream can be believed: whether it answered, and whether it is what the ledger says. */
export function DoorStates({ states }: { readonly states: readonly DoorState[] }) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const codeWords = useCodeWords();
  const silent = states.filter(({ error }) => error !== undefined);
  const changed = states.filter(({ pages }) => pages.some(({ isFalse }) => isFalse));
  const answered = states.filter(({ pages }) => pages.length > 0);
  return (
    <>
      {changed.length > 0 && (
        <Notice tone="bad" title={t('auditor.changed')} live="alert">
          <p>{changed.map(({ door }) => words.doorName(door.stream)).join(t('looks.nameGap'))}</p>
        </Notice>
      )}
      {silent.map(({ door, error }) => (
        <Notice key={door.stream} tone="warn" title={t('auditor.silent', { door: words.doorName(door.stream) })}>
          <p>{codeWords(failureOf(error).code, failureOf(error).facts)}</p>
        </Notice>
      ))}
      <details className="audit-doors">
        <summary>{t('auditor.doors', { count: answered.length })}</summary>
        <ul>
          {answered.map(({ door, pages }) => (
            <li key={door.stream}>
              {t('auditor.doorState', {
                door: words.doorName(door.stream),
                size: pages[0]?.size ?? 0,
                anchored: pages[0]?.anchored ?? 0,
              })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
