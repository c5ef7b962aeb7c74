import type { DepartmentDocuments, DocumentFile } from '@minglu/sdk';

/** One reader's way to a department's counter for documents: the holder's with the case's key, an officer's with a session. */
export interface DocumentDoor {
  list(): Promise<DepartmentDocuments>;
  read(key: string): Promise<DocumentFile>;
}
