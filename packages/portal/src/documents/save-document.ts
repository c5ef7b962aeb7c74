import type { DepartmentDocument } from '@minglu/sdk';
import { documentFileName } from './document-file-name.ts';

/** Hands a fetched 文书 to the browser's downloads, under its name and number. */
export function saveDocument(listed: Pick<DepartmentDocument, 'title' | 'number'>, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = documentFileName(listed);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
