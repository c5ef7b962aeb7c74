import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';

interface SealedWordsProps {
  readonly label: string;
  readonly open: () => Promise<string>;
}

/** Words that a department's process opens when they are asked for, and gone when the page is left. */
export function SealedWords({ label, open }: SealedWordsProps) {
  const [text, setText] = useState<string>();
  const [error, setError] = useState<unknown>();
  async function read(): Promise<void> {
    setError(undefined);
    try {
      setText(await open());
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <>
      {text === undefined ? (
        <button type="button" className="button second" onClick={() => void read()}>
          <Icon name="eye" />
          {label}
        </button>
      ) : (
        <blockquote className="lines">{text}</blockquote>
      )}
      {error !== undefined && <Failure error={error} retry={() => void read()} />}
    </>
  );
}
