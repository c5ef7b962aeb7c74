import { AuditError } from '@minglu/audit';
import type { JsonObject } from '@minglu/protocol';
import type { OfficerDesk } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import { openSealed } from '../keys/open-sealed.ts';
import type { AuditDesk } from '../trail/audit-desk.ts';
import { wordsOfFinding } from '../trail/words-of-finding.ts';
import type { Desk } from './desk.ts';
import { textMember } from './read-body.ts';
import type { Handler } from './serve.ts';

const JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const JWE = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

/** For auditors, with a letter each; without a platform nobody can be told from a stranger, and their door stays shut. */
export function auditRoutes(
  keys: Desk['keys'],
  officers: OfficerDesk,
  auditors: AuditDesk | undefined,
): Record<string, Handler> {
  const open = (): AuditDesk => {
    if (auditors === undefined) throw new DepartmentError('counter-closed');
    return auditors;
  };
  return {
    'POST /audit': (body) => orUnavailable(open().read(textMember(body, 'letter', JWS))),
    'POST /audit/export': (body) => orUnavailable(open().export(textMember(body, 'letter', JWS))),
    'POST /audit/words': (body) => open().words(textMember(body, 'letter', JWS)),
    'POST /findings/words': async (body) => {
      await officers.allowed(await officers.officerOf(body, '/findings/words'), { deed: 'audit.findings' });
      return await findingWords(keys, body);
    },
  };
}

/** What an auditor found here, for whom the chain lets read findings. */
async function findingWords({ sealing, earlierSealing }: Desk['keys'], body: JsonObject): Promise<JsonObject> {
  const secrets = [sealing, ...earlierSealing].map(({ privateJwk }) => privateJwk);
  const words = wordsOfFinding(await openSealed(textMember(body, 'sealed', JWE), secrets));
  if (words === undefined) throw new DepartmentError('words-of-another');
  return { words };
}

/** What a stream cannot say is not half said. */
async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AuditError) throw new DepartmentError('audit-unavailable');
    throw error;
  }
}
