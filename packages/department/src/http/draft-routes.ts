import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Person } from '../register/person.ts';
import type { Desk } from './desk.ts';
import { tokenIn } from './people-of.ts';
import { textMember } from './read-body.ts';
import type { Handler } from './serve.ts';
import { personOf } from './signed-in.ts';

const SERVICE_ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
/** Canonical base64url of 32 bytes. */
const SECRET = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** Where a signed-in person's drafts lie and what opens them, for each of their devices. */
export function draftRoutes(desk: Pick<Desk, 'drafts' | 'register' | 'sessions'>): Record<string, Handler> {
  return {
    'POST /drafts/list': async (body) => {
      const drafts = await desk.drafts.list(drafterOf(desk, body).id);
      return { drafts: drafts.map(({ service, slot, key }) => ({ service, slot, key })) };
    },
    'POST /drafts/open': async (body): Promise<JsonObject> => {
      const offered = {
        service: textMember(body, 'service', SERVICE_ID),
        slot: textMember(body, 'slot', SECRET),
        key: textMember(body, 'key', SECRET),
      };
      const { service, slot, key } = await desk.drafts.open(drafterOf(desk, body).id, offered);
      return { service, slot, key };
    },
    'POST /drafts/forget': async (body): Promise<JsonObject> => {
      const slot = textMember(body, 'slot', SECRET);
      await desk.drafts.forget(drafterOf(desk, body).id, slot);
      return { slot };
    },
  };
}

/** Whose drafts: their own, or at a counter where they stand themselves; nobody reads them with a document brought along. */
function drafterOf(desk: Pick<Desk, 'register' | 'sessions'>, body: JsonObject): Person {
  const person = personOf(desk, body);
  if (desk.sessions.counterOf(tokenIn(body))?.isPresent === false) throw new DepartmentError('session-required');
  return person;
}
