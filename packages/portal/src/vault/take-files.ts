/** What a person may choose: photos, and PDFs. */
export const ACCEPT = 'image/*,application/pdf';

/** The chooser is emptied, so that the same file can be chosen again. */
export function takeFrom(input: HTMLInputElement, take: (files: readonly File[]) => void): void {
  const files = [...(input.files ?? [])];
  input.value = '';
  take(files);
}
