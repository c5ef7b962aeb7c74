import { Client, DepartmentClient } from '@minglu/sdk';

/** The API of the server these pages came from. */
export const api = new Client({ baseUrl: '' });

/** A department's own door. */
export function departmentAt(endpoint: string, timeoutMs = 15_000): DepartmentClient {
  return new DepartmentClient(endpoint, { timeoutMs });
}
