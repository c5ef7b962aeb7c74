import type { FastifyReply } from 'fastify';

const NAME = '__Host-minglu';

/**
 * The one cookie. No script reads it (HttpOnly), no other site sends it (SameSite), no neighbouring host sets it (the
 * `__Host-` prefix), and it ends with the browser.
 */
export const setSessionCookie = (reply: FastifyReply, token: string): void => {
  reply.header('set-cookie', `${NAME}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`);
};

export const clearSessionCookie = (reply: FastifyReply): void => {
  reply.header('set-cookie', `${NAME}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict`);
};

/** What stands under a name, once: a name that comes twice was put there by somebody else, and neither counts. */
export const readCookie = (header: string | undefined, name: string = NAME): string | undefined => {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
};
