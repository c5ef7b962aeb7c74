import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Service } from '../server/service.ts';
import { type Catalogue, catalogueQuery } from './catalogue.ts';
import { type Line, linesUnder } from './lines-under.ts';
import { ScopeNote } from './ScopeNote.tsx';

interface ScopeBrowserProps {
  readonly service: Service;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** 门类, 大类, 中类, 小类: down by pressing, up by the way back. A 小类 the office does not usually register goes to a person. */
export function ScopeBrowser(props: ScopeBrowserProps) {
  const { t } = useTranslation();
  const catalogue = useQuery(catalogueQuery(props.service));
  if (catalogue.isError) return <Failure error={catalogue.error} retry={() => void catalogue.refetch()} />;
  if (catalogue.data === undefined) return <Waiting>{t('catalogue.lines')}</Waiting>;
  return <Levels {...props} catalogue={catalogue.data} />;
}

function Levels({ service, picked, onChange, catalogue }: ScopeBrowserProps & { readonly catalogue: Catalogue }) {
  const { t } = useTranslation();
  const [path, setPath] = useState<readonly string[]>([]);
  const heading = useFocusOn(path);
  const at = path.at(-1);
  const nameOf = (code: string) => catalogue.lines.find(([one]) => one === code)?.[1] ?? code;
  const toggle = (code: string) =>
    onChange(picked.includes(code) ? picked.filter((one) => one !== code) : [...picked, code]);
  return (
    <section
      aria-label={t('registering.scope.browse')}
      className="scope-browser"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || path.length === 0) return;
        event.preventDefault();
        setPath(path.slice(0, -1));
      }}
    >
      <nav aria-label={t('catalogue.path')}>
        <ol className="scope-path">
          {['', ...path].map((code, depth) => (
            <li key={code}>
              {depth === path.length ? (
                <span aria-current="location">{code === '' ? t('catalogue.top') : nameOf(code)}</span>
              ) : (
                <button type="button" className="link-button" onClick={() => setPath(path.slice(0, depth))}>
                  {code === '' ? t('catalogue.top') : nameOf(code)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <p ref={heading} tabIndex={-1} className="small soft" role="status">
        {at === undefined ? t('catalogue.levels') : t('catalogue.level', { level: path.length + 1, name: nameOf(at) })}
      </p>
      <ul className="plain">
        {linesUnder(catalogue.lines, at).map((line) =>
          line[0].length < 4 ? (
            <li key={line[0]}>
              <button type="button" className="scope-line" onClick={() => setPath([...path, line[0]])}>
                <span className="mono soft">{line[0]}</span> {line[1]}
              </button>
            </li>
          ) : (
            <ClassLine key={line[0]} line={line} {...{ service, catalogue, picked, toggle }} />
          ),
        )}
      </ul>
    </section>
  );
}

interface ClassLineProps {
  readonly line: Line;
  readonly service: Service;
  readonly catalogue: Catalogue;
  readonly picked: readonly string[];
  readonly toggle: (code: string) => void;
}

function ClassLine({ line: [code, name], service, catalogue, picked, toggle }: ClassLineProps) {
  const item = catalogue.items.find((one) => one.code === code);
  return (
    <li>
      <label className="choice">
        <input type="checkbox" checked={picked.includes(code)} onChange={() => toggle(code)} />
        <span>
          <span>
            {name} <span className="soft mono">{code}</span>
          </span>
          {item !== undefined && <ScopeNote item={item} service={service} />}
        </span>
      </label>
    </li>
  );
}

/** Whoever goes a level down by keyboard stays in the list: the line that was pressed is gone. */
function useFocusOn(path: readonly string[]) {
  const heading = useRef<HTMLParagraphElement>(null);
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== path) heading.current?.focus();
    last.current = path;
  }, [path]);
  return heading;
}
