import { api, departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import type { Session } from '../session/session.ts';

/** Where the browser goes to sign in; the way back leads to `/signed-in`, or to where a window of its own closes. */
export async function beginSignIn(
  provider: string,
  options: { readonly level: 1 | 2 | 3; readonly raise?: boolean },
): Promise<string> {
  const { location } = await api.post('/api/sign-in', {
    provider,
    returnTo: options.raise === true ? '/signed-in/again' : '/signed-in',
    ...options,
  });
  return location;
}

/** Shows the department that knows the person a ticket of the provider; undefined for whoever has not signed in with one. */
export async function enterDepartment(): Promise<Session | undefined> {
  const [{ signedIn }, { departments }] = await Promise.all([api.get('/api/sign-in', {}), api.get('/api/city', {})]);
  if (signedIn === undefined) return undefined;
  const department = departments.find(({ id }) => id === signedIn.organisation);
  if (department === undefined) throw new PortalError('ticket-unavailable');
  const { id, name: departmentName, endpoint } = department;
  const ticket = await fetchTicket(id);
  const { token, expiresAt, person, name, address, duties, level } =
    await departmentAt(endpoint).signInWithTicket(ticket);
  return {
    ...{ person, name, department: id, departmentName, endpoint, token, expiresAt, duties },
    ...(address === undefined ? {} : { address }),
    ...{ provider: signedIn.provider, level },
  };
}

/** A ticket for another department, by the same sign-in. */
export async function fetchTicket(organisation: string): Promise<string> {
  return (await api.post('/api/sign-in/ticket', { organisation })).ticket;
}
