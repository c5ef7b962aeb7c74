import { useTranslation } from '../language/use-translation.ts';
import type { AuditQuestion, LineKind } from './audit-question.ts';

interface QuickQuestionsProps {
  readonly question: AuditQuestion;
  readonly ask: (question: AuditQuestion) => void;
}

/** What auditors ask most; the rest of the question stays. */
const quick: readonly LineKind[] = ['unmask', 'denied', 'export', 'key-use'];

export function QuickQuestions({ question, ask }: QuickQuestionsProps) {
  const { t } = useTranslation();
  const { kind: asked, ...rest } = question;
  return (
    <fieldset className="lamp-bar">
      <legend className="hidden-visually">{t('auditor.quick')}</legend>
      {quick.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={asked === kind}
          onClick={() => ask(asked === kind ? rest : { ...rest, kind })}
        >
          {t(`auditor.quickWords.${kind}`)}
        </button>
      ))}
    </fieldset>
  );
}
