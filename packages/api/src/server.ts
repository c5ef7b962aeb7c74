import { diskFileSystem } from '@minglu/node';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { AccountBook } from './accounts/account-book.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiOptions } from './api-options.ts';
import { Anchorer } from './audit/anchorer.ts';
import { AuditDoor } from './audit/audit-door.ts';
import { catchUp } from './audit/catch-up.ts';
import { Sampler } from './audit/sampler.ts';
import { buildApp } from './build-app.ts';
import { openCertificateDoor } from './certificates/certificate-door.ts';
import { ClientDesk } from './clients/client-desk.ts';
import { ReadModel } from './followers/read-model.ts';
import { addNodeMetrics } from './http/node-metrics.ts';
import { RequestTally } from './http/request-tally.ts';
import { PasskeyDesk } from './passkeys/passkey-desk.ts';
import { BlockProofs } from './queries/block-proofs.ts';
import { OpeningBook } from './routes/unmask/opening-book.ts';
import { ChallengeBook } from './session/challenge-book.ts';
import { SessionStore } from './session/session-store.ts';
import { SignInDesk } from './sign-in/sign-in-desk.ts';
import { sweepNowAndThen } from './vault/sweep-now-and-then.ts';
import { Vault } from './vault/vault.ts';

export interface RunningApi {
  /** With the port that was taken, without a trailing slash. */
  readonly url: string;
  /** Of the door that asks for client certificates. */
  readonly certificateUrl?: string;
  close(): Promise<void>;
}

/** Opens the door in front of a node. Closing it leaves the node open: it is the caller's. */
export const startApi = async (options: ApiOptions): Promise<RunningApi> => {
  const context = makeContext(options);
  const app = await buildApp(context);
  await context.vault.open();
  context.accounts.open();
  await context.audit.open();
  await catchUp(context);
  context.anchorer.start();
  const sweeping = sweepNowAndThen(context);
  await app.listen({ host: options.host, port: options.port });
  const door = await openCertificateDoor(app, options);
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const url = `${options.tls === undefined ? 'http' : 'https'}://${host}:${port}`;
  context.log.info({ event: 'listening', url });
  return {
    url,
    ...(door === undefined ? {} : { certificateUrl: door.url }),
    close: async () => {
      await sweeping.stop();
      await door?.close();
      await app.close();
      await context.anchorer.stop();
      await context.audit.close();
      await context.readModel.close();
      context.accounts.close();
      context.log.info({ event: 'closed' });
    },
  };
};

export const makeContext = (options: ApiOptions): ApiContext => {
  const { node, nowMs, random } = options;
  const log = pino(
    { level: options.logLevel ?? 'info', base: null, timestamp: () => `,"time":${nowMs()}` },
    options.logSink,
  );
  const registry = new Registry();
  const readModel = new ReadModel({ directory: options.dataDirectory, chain: options.chain, node, log });
  const audit = new AuditDoor({
    directory: options.auditDirectory,
    chain: options.chain,
    node,
    log,
    ...(options.auditFiles === undefined ? {} : { files: options.auditFiles }),
  });
  const context: ApiContext = {
    options,
    node,
    nowMs,
    log,
    registry,
    tally: new RequestTally(registry),
    sessions: new SessionStore(random),
    challenges: new ChallengeBook(random),
    openings: new OpeningBook(random),
    signIn: new SignInDesk(options),
    accounts: new AccountBook({ directory: options.accountsDirectory, random }),
    passkeys: new PasskeyDesk(random),
    clients: new ClientDesk(options.clients),
    readModel,
    blockProofs: new BlockProofs(node, nowMs),
    audit,
    anchorer: new Anchorer({ door: audit, node, chain: options.chain, recorder: options.recorder, nowMs, random, log }),
    sampler: new Sampler({ node, readModel, random, log }),
    vault: new Vault({
      directory: options.vaultDirectory,
      files: diskFileSystem,
      node,
      nowMs,
      ...(options.vaultLimits === undefined ? {} : { limits: options.vaultLimits }),
    }),
  };
  addNodeMetrics(context);
  return context;
};
