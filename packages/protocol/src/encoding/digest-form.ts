import { asciiBytes } from './ascii.ts';

/** Characters of 32 bytes in base64url: what stands in every gap. */
export const GAP_LENGTH = 43;
const GAP_MARK = '~';
const GAP_BYTE = 0x7e;

/**
 * A text that is fixed but for gaps of 32 bytes in base64url: a JOSE header, the input of a thumbprint. Comparing a
 * header with its form, rather than parsing it, means that no unknown member (`crit`, `b64`, `jku`), other order or
 * other spelling can ever reach a verifier that would treat it differently.
 */
export interface DigestForm {
  readonly text: Uint8Array;
  readonly gaps: readonly number[];
  /** The text once more, to be filled. */
  readonly filled: Uint8Array;
}

/** A form from its text, with `~` for each gap. */
export function digestForm(text: string): DigestForm {
  const whole = asciiBytes(text.replaceAll(GAP_MARK, GAP_MARK.repeat(GAP_LENGTH)));
  const gaps: number[] = [];
  for (let at = whole.indexOf(GAP_BYTE); at >= 0; at = whole.indexOf(GAP_BYTE, at + GAP_LENGTH)) gaps.push(at);
  return { text: whole, gaps, filled: whole.slice() };
}

/** Whether the first `length` bytes of `text` have this form; what stands in its gaps is not looked at. */
export function hasForm({ text: form }: DigestForm, text: Uint8Array, length: number): boolean {
  if (length !== form.length) return false;
  for (let i = 0; i < length; i++) {
    const expected = form[i] as number;
    if (text[i] !== expected && expected !== GAP_BYTE) return false;
  }
  return true;
}

/**
 * The form's text, its gaps filled with what stands in `source` at `places`, one for each. It is only lent: the next
 * call for the same form overwrites it.
 */
export function lendFilledForm(
  { gaps, filled }: DigestForm,
  source: Uint8Array,
  places: readonly number[],
): Uint8Array {
  for (let k = 0; k < gaps.length; k++) {
    const to = gaps[k] as number;
    const from = places[k] as number;
    for (let i = 0; i < GAP_LENGTH; i++) filled[to + i] = source[from + i] as number;
  }
  return filled;
}
