import { element } from './element.ts';

const signs: Readonly<Record<string, string>> = { good: '✓', bad: '✕', warn: '!', quiet: '—', brand: 'i' };

/** A word and a sign first, large; then what it rests on. */
export function verdict(tone: string, word: string, body: readonly HTMLElement[]): HTMLElement {
  return element(
    'section',
    { class: `verdict ${tone}`, 'data-tone': tone, 'aria-live': 'polite' },
    element('h2', { class: 'verdict-word' }, `${signs[tone] ?? ''} ${word}`),
    element('div', { class: 'verdict-body' }, ...body),
  );
}
