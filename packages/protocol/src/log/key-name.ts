/** Unicode spaces as Go's `unicode.IsSpace` has them, and the plus sign, which separates the parts of a vkey. */
const FOREIGN = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000+]/u;

/** Longest key name and origin read here, in UTF-16 units. */
export const MAX_NAME_LENGTH = 256;

/** Whether `name` may name a key (C2SP signed-note): not empty, no Unicode space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  if (name.length === 0 || name.length > MAX_NAME_LENGTH || FOREIGN.test(name)) return false;
  return name.isWellFormed() && !hasControl(name);
}

/** Whether `text` has an ASCII control character other than `allowed` (a code unit). */
export function hasControl(text: string, allowed?: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && unit !== allowed) return true;
  }
  return false;
}
