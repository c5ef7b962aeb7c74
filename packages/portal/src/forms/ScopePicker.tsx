import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findServiceWords, namesOfScope, type Service } from '../server/service.ts';
import { Field, type FieldProps } from './Field.tsx';
import { PickedScopes } from './PickedScopes.tsx';
import { type ScopeItem, searchScope } from './search-scope.ts';

interface ScopePickerProps extends FieldProps {
  readonly service: Service;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** Search by everyday words, tick what fits. Plain checkboxes under a plain input: any screen reader knows both. */
export function ScopePicker({ service, picked, onChange, ...field }: ScopePickerProps) {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const found = searchScope(service.scope, query);
  const status = useId();
  const nameOf = (code: string) => namesOfScope(service, [code], i18n.language)[0] ?? code;
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
              {query.trim() === '' ? '' : t('scope.found', { count: found.length })}
            </p>
            {found.map((item) => (
              <label className="choice" key={item.code}>
                <input type="checkbox" checked={picked.includes(item.code)} onChange={() => toggle(item.code)} />
                <span>
                  <span>{nameOf(item.code)}</span>
                  <span className="choice-hint">
                    GB/T 4754 <span className="mono">{item.code}</span>
                    {item.everyday.length > 0 && ` · ${item.everyday.slice(0, 4).join('、')}`}
                  </span>
                  <ScopeNote item={item} service={service} />
                </span>
              </label>
            ))}
          </>
        )}
      </Field>
      <PickedScopes picked={picked} nameOf={nameOf} remove={toggle} />
    </>
  );
}

/** What the scope brings with it: a person who must look, or a permit to be had before opening. */
function ScopeNote({ item, service }: { readonly item: ScopeItem; readonly service: Service }) {
  const { i18n } = useTranslation();
  const keys = [`scope.${item.treatment}`, `permit.${item.laterPermit ?? ''}`];
  const notes = keys.map((key) => findServiceWords(service, key, i18n.language)).filter((note) => note !== undefined);
  return notes.map((note) => (
    <span key={note} className="choice-hint warn">
      {note}
    </span>
  ));
}
