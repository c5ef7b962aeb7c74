import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { MatterResults } from './MatterResults.tsx';
import { matterFinderQuery } from './matters-query.ts';

/** So long after the last key the address has the words too: going back brings them again. */
const SETTLED_MS = 400;

/** 我要办什么: everyday words in, matters out, as they are typed. What was typed stays in this browser. */
export function MatterSearch() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const [wanted, setWanted] = useState(text !== '');
  const matters = useQuery({ ...matterFinderQuery, enabled: wanted });
  const query = useDeferredValue(text);
  const inAddress = params.get('q') ?? '';
  useEffect(() => {
    if (text === inAddress) return;
    const at = location.pathname;
    const timer = setTimeout(() => {
      // Whoever was quicker than this is on the way to another page, which on a slow phone takes a while: not called back.
      if (location.pathname === at) setParams(text === '' ? {} : { q: text }, { replace: true });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text, inAddress, setParams]);
  const ask = (words: string): void => {
    setWanted(true);
    setText(words);
  };
  return (
    <search>
      <form className="field matter-search" noValidate onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="matter-query">{t('matters.label')}</label>
        <div className="search-row">
          <input
            id="matter-query"
            className="input"
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            value={text}
            aria-describedby="matter-query-hint"
            onFocus={() => setWanted(true)}
            onChange={(event) => ask(event.target.value)}
          />
        </div>
        <p className="hint examples" id="matter-query-hint">
          {t('matters.examplesLabel')}
          {t('matters.examples')
            .split('|')
            .map((example) => (
              <button key={example} type="button" className="link-button" onClick={() => ask(example)}>
                {example}
              </button>
            ))}
        </p>
      </form>
      {matters.isError && <Failure error={matters.error} retry={() => void matters.refetch()} />}
      {matters.data !== undefined && query.trim() !== '' && <MatterResults query={query} known={matters.data} />}
      <p>
        <Link to="/matters">
          <Icon name="search" /> {t('matters.all')}
        </Link>
      </p>
    </search>
  );
}
