/** Message key: a 统一社会信用代码, or a number in a form of its service's own, which begins with letters. */
export function numberLabel(number: string): string {
  return /^[A-Z]{2}/.test(number) ? 'ownForm.ownNumber' : 'licence.number';
}
