import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { formatMoney, parseMoney } from '../../forms/money.ts';
import type { Say } from '../../language/say.ts';
import type { FormQuestion } from '../../server/service.ts';
import { OTHER, otherOf } from './form-answers.ts';
import { parsePeople } from './people.ts';

interface Words {
  /** A sentence of the service's own. */
  readonly say: (key: string) => string;
  /** Name of a region. */
  readonly nameOf: (code: string) => string;
  readonly t: Say;
}

/** An answer as it is read once more before it is sent. */
export function answerWords(
  { id, kind, field }: FormQuestion,
  { answers = {}, premises = [] }: ApplicationDraft,
  { say, nameOf, t }: Words,
): string {
  const answer = (answers[id] ?? '').trim();
  if (kind === 'file') return t('premises.count', { count: premises.filter((page) => page.kind === id).length });
  if (answer === '') return '';
  switch (kind) {
    case 'region':
      return nameOf(answer);
    case 'choice': {
      const words = say(`choice.${field}.${answer}`);
      return answer === OTHER ? `${words}：${answers[otherOf(id)] ?? ''}` : words;
    }
    case 'money':
      return `¥${formatMoney(parseMoney(answer) ?? 0)}`;
    case 'people':
      return parsePeople(answer)
        .map((person) =>
          Object.values(person)
            .filter((part) => part.trim() !== '')
            .join(' '),
        )
        .join('；');
    default:
      return answer;
  }
}
