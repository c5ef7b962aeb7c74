import { useState } from 'react';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceWords, type Service } from '../server/service.ts';
import { linesUnder } from './lines-under.ts';

interface ScopeBrowserProps {
  readonly service: Service;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** 门类, 大类, 中类, 小类: down by pressing, up by the way back. A 小类 the office does not usually register goes to a person. */
export function ScopeBrowser({ service, picked, onChange }: ScopeBrowserProps) {
  const { t, i18n } = useTranslation();
  const [path, setPath] = useState<readonly string[]>([]);
  const rows = service.classification ?? [];
  const at = path.at(-1);
  const lines = linesUnder(rows, at);
  const nameOf = (code: string) => rows.find(([one]) => one === code)?.[1] ?? code;
  const toggle = (code: string) =>
    onChange(picked.includes(code) ? picked.filter((one) => one !== code) : [...picked, code]);
  return (
    <section aria-label={t('registering.scope.browse')} className="scope-browser">
      <p role="status">
        {at === undefined ? t('registering.scope.whole') : t('registering.scope.within', { name: nameOf(at) })}
      </p>
      {at !== undefined && (
        <button type="button" className="link-button" onClick={() => setPath(path.slice(0, -1))}>
          {t('registering.scope.up')}
        </button>
      )}
      {lines.length === 0 && <p className="soft">{t('registering.scope.partial')}</p>}
      <ul className="plain">
        {lines.map(([code, name]) =>
          code.length < 4 ? (
            <li key={code}>
              <button type="button" className="link-button" onClick={() => setPath([...path, code])}>
                <span className="mono">{code}</span> {name}
              </button>
            </li>
          ) : (
            <li key={code}>
              <label className="choice">
                <input type="checkbox" checked={picked.includes(code)} onChange={() => toggle(code)} />
                <span>
                  <span>
                    {name} <span className="soft mono">{code}</span>
                  </span>
                  {!service.scope.some((item) => item.code === code) && (
                    <span className="choice-hint warn">
                      {findServiceWords(service, 'scope.unlisted', i18n.language)}
                    </span>
                  )}
                </span>
              </label>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
