import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { IdentityAccount } from './identity-account.ts';
import { escapeHtml, identityPage } from './identity-page.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const BODY_LIMIT = 4_096;

/** The provider's own page: pick somebody and a level, without a script. */
export function answerPage(provider: Provider, accounts: readonly IdentityAccount[]): Answer {
  return async (request, response) => {
    try {
      const asked = await provider.interactionDetails(request, response);
      if (request.method === 'POST') {
        const form = await readForm(request);
        const account = accounts.find(({ id }) => id === form.get('account'));
        const level = Number(form.get('level'));
        const least = leastOf(asked.params.claims);
        if (account === undefined || ![1, 2, 3].includes(level) || level < least || level > account.level) {
          response.writeHead(400, HEADERS).end(page(asked.uid, accounts, asked.params, true));
          return;
        }
        const login = { accountId: account.id, acr: String(level), remember: true };
        await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
        return;
      }
      response.writeHead(200, HEADERS).end(page(asked.uid, accounts, asked.params));
    } catch {
      response
        .writeHead(400, HEADERS)
        .end(`<!doctype html><p>${escapeHtml('登录请求已过期，请回到原来的网站重新登录。')}</p>`);
    }
  };
}

function page(
  uid: string,
  accounts: readonly IdentityAccount[],
  params: Record<string, unknown>,
  hasProblem = false,
): string {
  return identityPage({ uid, accounts, least: leastOf(params.claims), hasProblem });
}

/** The lowest of the levels that the platform would take. */
function leastOf(claims: unknown): number {
  try {
    const { id_token: token } = JSON.parse(String(claims)) as { id_token: { acr: { values: string[] } } };
    return Math.min(...token.acr.values.map(Number));
  } catch {
    return 1;
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > BODY_LIMIT) throw new RangeError('too long');
  }
  return new URLSearchParams(text);
}
