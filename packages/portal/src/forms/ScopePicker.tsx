import { useId, useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import type { Say } from '../language/say.ts';
import { useTranslation } from '../language/use-translation.ts';
import { ScopeNote } from '../scope/ScopeNote.tsx';
import { useScopeNames } from '../scope/use-scope-names.ts';
import { useScopeSearch } from '../scope/use-scope-search.ts';
import type { Service } from '../server/service.ts';
import { Field, type FieldProps } from './Field.tsx';
import { PickedScopes } from './PickedScopes.tsx';
import type { ScopeItem } from './search-scope.ts';

interface ScopePickerProps extends FieldProps {
  readonly service: Service;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** Search by everyday words, tick what fits. Plain checkboxes under a plain input: any screen reader knows both. */
export function ScopePicker({ service, picked, onChange, ...field }: ScopePickerProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const { found, isLooking, error } = useScopeSearch(service, query);
  const names = useScopeNames(service, picked);
  const status = useId();
  function toggle(code: string): void {
    onChange(picked.includes(code) ? picked.filter((one) => one !== code) : [...picked, code]);
  }
  return (
    <>
      <Field {...field} status={status}>
        {(control) => (
          <>
            <input
              {...control}
              type="text"
              autoComplete="off"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                // Enter in a search box means search, not "send the form".
                if (event.key === 'Enter') event.preventDefault();
              }}
            />
            <p id={status} className="soft small" role="status">
              {statusWords(query, found.length, isLooking, t)}
            </p>
            {error !== null && <Failure error={error} />}
            {found.map((item) => (
              <FoundScope
                key={item.code}
                item={item}
                service={service}
                isPicked={picked.includes(item.code)}
                toggle={toggle}
              />
            ))}
            {query.trim() !== '' && !isLooking && error === null && found.length === 0 && <NothingNear />}
          </>
        )}
      </Field>
      <PickedScopes picked={picked} nameOf={(code) => names[picked.indexOf(code)] ?? code} remove={toggle} />
    </>
  );
}

interface FoundScopeProps {
  readonly item: ScopeItem;
  readonly service: Service;
  readonly isPicked: boolean;
  readonly toggle: (code: string) => void;
}

function FoundScope({ item, service, isPicked, toggle }: FoundScopeProps) {
  const { t, i18n } = useTranslation();
  const words = item.everyday?.slice(0, 4) ?? [];
  return (
    <label className="choice">
      <input type="checkbox" checked={isPicked} onChange={() => toggle(item.code)} />
      <span>
        <span>{i18n.language === 'en' ? item.english : item.name}</span>
        <span className="choice-hint">
          GB/T 4754 <span className="mono">{item.code}</span>
          {words.length > 0 && ` · ${words.join(t('looks.nameGap'))}`}
        </span>
        <ScopeNote item={item} service={service} />
      </span>
    </label>
  );
}

/** Words and a number to call instead of a wrong hit. */
function NothingNear() {
  const { t } = useTranslation();
  return (
    <Notice tone="quiet" title={t('catalogue.none')}>
      <p>{t('catalogue.noneWords')}</p>
      <p>
        <a className="button second" href="tel:12345">
          {t('catalogue.call')}
        </a>
      </p>
    </Notice>
  );
}

function statusWords(query: string, count: number, isLooking: boolean, t: Say): string {
  if (query.trim() === '') return '';
  if (count === 0) return isLooking ? t('catalogue.lines') : t('catalogue.none');
  return t('scope.found', { count });
}
