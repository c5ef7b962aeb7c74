import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { newPair } from '../testing/forge-jwt.ts';
import { startTestApi } from '../testing/start-test-api.ts';
import { seeded } from '../testing/test-chain.ts';

test('a provider whose metadata name another issuer is not spoken to', async () => {
  for (const named of ['https://id.example', 'with-stroke', 'nothing']) {
    const server = createServer((_request, response) => {
      const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const issuer = named === 'with-stroke' ? `${own}/` : named === 'nothing' ? undefined : named;
      const metadata = { issuer, authorization_endpoint: `${own}/a`, token_endpoint: `${own}/t`, jwks_uri: `${own}/j` };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const clientKey = { ...newPair().privateKey.export({ format: 'jwk' }) };
    const provider = {
      id: 'unified',
      name: 'u',
      english: 'u',
      issuer,
      clientId: 'minglu',
      clientKey,
      organisations: [],
    };
    const api = await startTestApi({ signIn: { providers: [provider], accountSecret: seeded('accounts') } });
    const answer = await fetch(`${api.url}/api/sign-in`, {
      method: 'POST',
      headers: { origin: api.url, 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'unified', level: 1, returnTo: '/cases' }),
    });
    expect([named, ((await answer.json()) as { code: string }).code]).toEqual([named, 'provider-unreachable']);
    await api.close();
    server.close();
    server.closeAllConnections();
  }
});
