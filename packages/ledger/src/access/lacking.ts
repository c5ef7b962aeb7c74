import { PLATFORM } from '../genesis.ts';
import type { Role } from '../state/role.ts';
import type { Resource } from './access.ts';
import { accessRules, canBeAllowed } from './access-rules.ts';

/** What somebody who was refused does not have: “您缺少：XX区 … 权限；可向 XX 申请”. */
export interface Lacking {
  readonly deed: string;
  /** The organisation in which one of the roles would have let him. */
  readonly org?: string;
  readonly roles: readonly Role[];
  /** Whether `access.request` to that organisation is a way. */
  readonly isRequestable: boolean;
}

/** Said of a deed or read and what it was to act on; knows nothing of who asked, and so tells nobody anything about others. */
export function lacking(deed: string, resource: Resource): Lacking {
  const grants = accessRules.get(deed) ?? [];
  const roles = grants.flatMap((grant) => ('role' in grant ? [grant.role] : []));
  const isOfPlatform = grants.length > 0 && grants.every(({ by }) => by === 'platform-role');
  const org = isOfPlatform ? PLATFORM : resource.org;
  return {
    deed,
    ...(org === undefined ? {} : { org }),
    roles: [...new Set(roles)],
    isRequestable: org !== undefined && canBeAllowed(deed),
  };
}
