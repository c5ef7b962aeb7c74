import type { FastifyReply } from 'fastify';
import { readCookie } from '../session/session-cookie.ts';

const NAME = '__Host-minglu-sign-in';

/**
 * Ties a sign-in to the browser that began it, for ten minutes. Lax, because the provider's page is what sends the browser
 * back; the session's own cookie stays Strict.
 */
export const setSignInCookie = (reply: FastifyReply, secret: string): void => {
  reply.header('set-cookie', `${NAME}=${secret}; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax`);
};

export const clearSignInCookie = (reply: FastifyReply): void => {
  reply.header('set-cookie', `${NAME}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`);
};

export const readSignInCookie = (header: string | undefined): string | undefined => readCookie(header, NAME);
