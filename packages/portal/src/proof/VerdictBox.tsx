import { Icon, type IconName } from '../design/Icon.tsx';
import type { Tone } from '../design/Tag.tsx';

interface VerdictBoxProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: string;
  readonly children: React.ReactNode;
}

/** The verdict: a word and a sign first, large; then what it rests on. Announced when it arrives. */
export function VerdictBox({ tone, icon, word, children }: VerdictBoxProps) {
  return (
    <section className={`verdict ${tone}`} data-tone={tone} aria-live="polite">
      <div className="verdict-head">
        <Icon name={icon} />
        <h2 className="verdict-word">{word}</h2>
      </div>
      <div className="verdict-body">{children}</div>
    </section>
  );
}
