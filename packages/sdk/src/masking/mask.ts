/** What an officer sees of an envelope before asking for it: enough to tell two people apart, too little to know who. */
export type MaskKind = 'name' | 'id-number' | 'phone';

/** What stands in an envelope, by its name. What is not here has no mask: nothing of it is shown. */
const KINDS: Readonly<Record<string, MaskKind>> = {
  operator: 'name',
  'operator-name': 'name',
  agent: 'name',
  'id-number': 'id-number',
  'agent-id-number': 'id-number',
  phone: 'phone',
};

const MASKS: Readonly<Record<MaskKind, (text: string) => string>> = {
  name: ([first = '', ...rest]) => `${first}${'*'.repeat(Math.max(1, rest.length))}`,
  'id-number': (text) => shown(text, 4, 4),
  phone: (text) => shown(text, 3, 4),
};

/** `张*`, `1101**********1234`, `138****0000`; undefined where nothing of it may be shown. */
export function maskOf(name: string, text: string): string | undefined {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  return kind === undefined ? undefined : MASKS[kind](text);
}

/**
 * Whether the text was masked: no name, number or address has these signs in it. Whoever takes such a value refuses it, or a
 * form that was filled with what its reader may not see would write it over what is there.
 */
export function looksMasked(text: string): boolean {
  return /[*＊✱∗]/u.test(text);
}

/** Never all of it, however short it is. */
function shown(text: string, first: number, last: number): string {
  const characters = [...text];
  if (characters.length <= first + last) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - first - last);
  return `${characters.slice(0, first).join('')}${hidden}${characters.slice(-last).join('')}`;
}
