import { useRef } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { type FormQuestion, findServiceWords, type Service } from '../../server/service.ts';
import { type Person, parsePeople } from './people.ts';

interface PeopleAnswerProps {
  readonly id: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly service: Service;
  readonly question: FormQuestion;
  readonly answer: string;
  readonly give: (text: string) => void;
}

/** A group that repeats: the same few lines for each, added and removed; sealed to the organ as a whole. */
export function PeopleAnswer({ id, hint, problem, service, question, answer, give }: PeopleAnswerProps) {
  const { t, i18n } = useTranslation();
  const adding = useRef<HTMLButtonElement>(null);
  const { parts = [], max = 1 } = question;
  const given = parsePeople(answer);
  // Nobody yet: the first one's lines stand open.
  const people: readonly Person[] = given.length === 0 ? [{}] : given;
  const keep = (next: readonly Person[]): void => give(next.length === 0 ? '' : JSON.stringify(next));
  const words = (part: string) => findServiceWords(service, `question.${question.id}.${part}`, i18n.language) ?? part;
  return (
    <div className="field" id={id}>
      <p className="hint">{hint}</p>
      {problem !== undefined && (
        <div className="field-error">
          <Icon name="bad" />
          {problem}
        </div>
      )}
      {people.map((person, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people have nothing but their place.
        <fieldset className="field person" key={at}>
          <legend>{t('ownForm.personOf', { number: at + 1 })}</legend>
          {parts.map((part) => (
            <TextField
              key={part.id}
              id={`${id}-${at}-${part.id}`}
              label={part.optional === true ? t('ownForm.mayBeLeft', { label: words(part.id) }) : words(part.id)}
              value={person[part.id] ?? ''}
              maxLength={part.max}
              onChange={(text) => keep(people.map((one, index) => (index === at ? { ...one, [part.id]: text } : one)))}
            />
          ))}
          {given.length > 0 && (
            <button
              type="button"
              className="link-button"
              aria-label={t('ownForm.removePerson', { number: at + 1 })}
              onClick={() => {
                keep(people.filter((_one, index) => index !== at));
                adding.current?.focus();
              }}
            >
              {t('premises.remove')}
            </button>
          )}
        </fieldset>
      ))}
      {people.length < max && (
        <button ref={adding} type="button" className="button second" onClick={() => keep([...people, {}])}>
          {t('ownForm.addPerson')}
        </button>
      )}
    </div>
  );
}
