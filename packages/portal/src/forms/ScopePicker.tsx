import { useId, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceWords, namesOfScope, type Service } from '../server/service.ts';
import { PickedScopes } from './PickedScopes.tsx';
import { type ScopeItem, searchScope } from './search-scope.ts';

interface ScopePickerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly service: Service;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** Search by everyday words, tick what fits. Plain checkboxes under a plain input: any screen reader knows both. */
export function ScopePicker({ id, label, hint, problem, service, picked, onChange }: ScopePickerProps) {
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
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
        {problem !== undefined && (
          <div className="field-error" id={`${id}-problem`}>
            <Icon name="bad" />
            {problem}
          </div>
        )}
        <input
          id={id}
          className="input"
          type="text"
          autoComplete="off"
          value={query}
          aria-describedby={`${id}-hint ${status}${problem === undefined ? '' : ` ${id}-problem`}`}
          {...(problem === undefined ? {} : { 'aria-invalid': true })}
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
                {item.everyday.length > 0 && ` · ${item.everyday.slice(0, 4).join(t('looks.nameGap'))}`}
              </span>
              <ScopeNote item={item} service={service} />
            </span>
          </label>
        ))}
      </div>
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
