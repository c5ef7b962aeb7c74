import { queryOptions } from '@tanstack/react-query';
import { api } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { oneByOne } from '../session/platform-session.ts';

type CreationOptions = Parameters<typeof import('@simplewebauthn/browser').startRegistration>[0]['optionsJSON'];
type RequestOptions = Parameters<typeof import('@simplewebauthn/browser').startAuthentication>[0]['optionsJSON'];

/** Fetched when somebody uses a passkey, and never before. */
const loadBrowser = () => import('@simplewebauthn/browser');

/** Browsers make passkeys for a domain; under an address in figures there are none. */
export function canUsePasskeys(): boolean {
  return window.PublicKeyCredential !== undefined && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: async () => (await api.get('/api/passkeys', {})).passkeys,
  staleTime: 0,
  retry: false,
});

/** @param person shown in the reader's own list of passkeys, and sent nowhere */
export async function addPasskey(name: string, person: string): Promise<void> {
  const [options, { startRegistration }] = await Promise.all([
    api.post('/api/passkeys/creation-options', undefined),
    loadBrowser(),
  ]);
  const user = { ...options.user, name: person, displayName: person };
  const optionsJSON = { ...options, user } as unknown as CreationOptions;
  const credential = await asked(() => startRegistration({ optionsJSON }));
  await api.post('/api/passkeys', { name, credential: credential as never });
}

/** Signs in, or proves once more who one is; either gives the cookie a new value. */
export async function provePasskey(purpose: 'sign-in' | 'raise'): Promise<void> {
  const raise = purpose === 'raise';
  const [options, { startAuthentication }] = await Promise.all([
    api.post('/api/passkeys/request-options', { raise }),
    loadBrowser(),
  ]);
  const credential = await asked(() => startAuthentication({ optionsJSON: options as unknown as RequestOptions }));
  await oneByOne(() => api.post('/api/passkeys/sign-in', { raise, credential: credential as never }));
}

/** The browser's own refusals, by what the reader can do about them. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
    if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError')
      throw new PortalError('passkey-exists');
    if (code === 'ERROR_INVALID_RP_ID' || code === 'ERROR_INVALID_DOMAIN') throw new PortalError('passkey-unavailable');
    throw new PortalError('passkey-cancelled');
  }
}
