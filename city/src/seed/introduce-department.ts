import type { JsonObject } from '@minglu/protocol';
import { DepartmentClient } from '@minglu/sdk';
import type { DepartmentIntroduction } from './founding.ts';

interface About {
  readonly id: string;
  readonly name: string;
  readonly keys: { readonly attester: JsonObject; readonly sealing: JsonObject };
  readonly officers?: readonly { readonly jwk: JsonObject; readonly duties: readonly string[] }[];
}

/** Asks a department at its door who it is, for the register. */
export async function introduceDepartment(
  url: string,
  { parent, superior }: { readonly parent: string; readonly superior?: string },
): Promise<DepartmentIntroduction> {
  const about = (await new DepartmentClient(url).about()) as About;
  const { id, name, keys, officers = [] } = about;
  const above = superior === undefined ? {} : { superior };
  return { id, name, endpoint: url, parent, ...above, attesterJwk: keys.attester, sealingJwk: keys.sealing, officers };
}
