import { useEffect, useRef } from 'react';
import { useTranslation } from '../language/use-translation.ts';

export interface FieldProblem {
  readonly field: string;
  readonly words: string;
}

/** Lists what must be put right, takes the focus so that it is read out, and each line leads to its field. `attempt` changes with every try. */
export function ErrorSummary({
  problems,
  attempt,
}: {
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <section ref={box} className="error-summary" aria-labelledby="error-summary-title" tabIndex={-1} role="alert">
      <h2 id="error-summary-title">{t('form.problems')}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            <a
              href={`#${problem.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(problem.field)?.focus();
              }}
            >
              {problem.words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
