import { findCaseDoor } from '../inbox/case-door.ts';
import { departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import type { Session } from '../session/session.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { DocumentDoor } from './document-door.ts';

/** With the case's own key, which never leaves this browser. */
export function holderDoor(stored: Pick<StoredCase, 'id' | 'kid'>): DocumentDoor {
  const open = async () => {
    const door = await findCaseDoor(stored);
    if (door === undefined) throw new PortalError('key-missing');
    return door;
  };
  return {
    list: async () => {
      const { department, prove } = await open();
      return await department.documents(await prove('documents.list'));
    },
    read: async (key) => {
      const { department, prove } = await open();
      return await department.document(await prove('documents.read'), key);
    },
  };
}

/** An officer is known to the department already. */
export function officerDoor({ endpoint, token }: Session, id: string): DocumentDoor {
  return {
    list: () => departmentAt(endpoint, 8_000).documentsForOfficer(token, id),
    read: (key) => departmentAt(endpoint).documentForOfficer(token, key),
  };
}
