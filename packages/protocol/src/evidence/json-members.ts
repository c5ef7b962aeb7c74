import type { JsonObject } from '../encoding/strict-json.ts';

/** Whether `json` has exactly these members, in this order; optional ones come last and all or none of them. */
export function hasMembers(json: JsonObject, required: string, optional?: string): boolean {
  const members = Object.keys(json).join();
  return members === required || (optional !== undefined && members === `${required},${optional}`);
}
