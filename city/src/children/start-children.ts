import { writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CityProcess } from '@minglu/api';
import { formatStrictJson, type JsonObject } from '@minglu/protocol';
import type { CityOptions } from '../city-options.ts';
import { identityAccounts } from '../identity/identity-accounts.ts';
import type { IdentityKeys } from '../identity/identity-keys.ts';
import { clientAt } from '../identity/unified-identity.ts';
import { documentSettings, TIME_STAMP_NAME, TIME_STAMP_WORDS } from '../seed/document-settings.ts';
import { CHAIN, COUNTERS, PROCESSES, WITNESSES } from '../seed/organisations.ts';
import type { ServiceBundle } from '../services/service-bundle.ts';
import type { Layout } from '../setup/layout.ts';
import type { Certificate } from '../setup/self-signed.ts';
import { readYear } from '../year/lay-year.ts';
import { Child } from './child.ts';
import { processFolder } from './process-folder.ts';
import { ProcessHealth } from './process-health.ts';

/** A child that fails says so by ending, at once; this is for one that hangs, and no busy machine is to be taken for that. */
const READY_TIMEOUT_MS = 60_000;

/** How soon a department hears of what was decided. */
const FOLLOW_MS = 1_000;

export interface ChildrenParts {
  readonly options: CityOptions;
  readonly layout: Layout;
  readonly certificate: Certificate | undefined;
  /** vkey of the log. */
  readonly logKey: string;
}

export interface StartedChild {
  readonly child: Child;
  readonly health: ProcessHealth;
  readonly ready: Promise<Record<string, string>>;
}

/** Two witnesses: each its own process, folder and key; they learn nothing but the log's name and key. */
export async function startWitnesses(parts: ChildrenParts): Promise<StartedChild[]> {
  const { layout, logKey } = parts;
  const logs = [{ origin: CHAIN, keys: [logKey] }];
  return await Promise.all(
    WITNESSES.map(({ door, name }) =>
      startChild(parts, 'witness', door, { name, logs, port: layout.ports[door], host: '127.0.0.1' }),
    ),
  );
}

/** 统一身份认证（演示）: is told of the demonstration's people, and of the platform one public key and where to send them back to. */
export async function startIdentityProcess(parts: ChildrenParts, keys: IdentityKeys): Promise<StartedChild> {
  const { layout, certificate } = parts;
  const config = {
    issuer: layout.departmentUrl('identity'),
    ...{ host: layout.host, port: layout.ports.identity },
    clients: [clientAt(portalOriginsOf(layout), keys)] as unknown as JsonObject[],
    accounts: identityAccounts(parts.options.clock()) as unknown as JsonObject[],
    ...tlsOf(certificate),
  };
  return await startChild(parts, 'identity', 'identity', config);
}

function tlsOf(certificate: Certificate | undefined): { tlsKey?: string; tlsCert?: string } {
  return certificate === undefined
    ? {}
    : { tlsKey: join(certificate.folder, 'key.pem'), tlsCert: certificate.certPath };
}

/** The time-stamp authority: a process, a folder and a key of its own; it sees hashes. */
export async function startTimeStamp(parts: ChildrenParts): Promise<StartedChild[]> {
  const port = parts.layout.ports['time-stamp'];
  const config = { name: TIME_STAMP_NAME, words: TIME_STAMP_WORDS, port, host: '127.0.0.1' };
  return [await startChild(parts, 'time-stamp', 'time-stamp', config)];
}

/** The departments: their registers and keys lie in their own folders, and only they read them. */
export async function startDepartments(
  parts: ChildrenParts,
  services: readonly ServiceBundle[],
): Promise<StartedChild[]> {
  const { layout, certificate, options, logKey } = parts;
  const portalOrigins = portalOriginsOf(layout);
  const year = await readYear(options.directory);
  return await Promise.all(
    PROCESSES.map(({ departments }) => {
      const [name] = departments;
      const organs = COUNTERS.filter(({ id }) => departments.includes(id)).map((department) => {
        const { id, name: organ } = department;
        const people = department.seed(options.clock()) as unknown as JsonObject[];
        const places = { portalUrl: layout.portalUrl, timeStampUrl: `${layout.localUrl('time-stamp')}/` };
        const documents = documentSettings(places, department, services) as unknown as JsonObject;
        return { id, name: organ, port: layout.ports[id], documents, seed: people };
      });
      const issuer = layout.departmentUrl('identity');
      const issuers = [{ issuer, keys: `${issuer}/jwks` }];
      const place = { host: layout.host, issuers, ...tlsOf(certificate) };
      return startChild(parts, 'department', processFolder(name), {
        organs,
        chain: CHAIN,
        portalOrigins,
        demo: true,
        platform: { url: layout.portalUrl, logKeys: [logKey], pollMs: FOLLOW_MS, sinceMs: year?.endsAt ?? 0 },
        ...place,
      });
    }),
  );
}

/** Started last: it reads the log through the same door as any stranger. */
export async function startMonitor(parts: ChildrenParts, witnessKeys: readonly string[]): Promise<StartedChild> {
  const { layout, logKey } = parts;
  const witnesses = WITNESSES.map(({ door }, at) => ({ vkey: witnessKeys[at] ?? '', url: layout.localUrl(door) }));
  const place = { port: layout.ports.monitor, host: '127.0.0.1' };
  const logUrl = layout.portalUrl;
  return await startChild(parts, 'monitor', 'monitor', {
    origin: CHAIN,
    logKeys: [logKey],
    logUrl,
    witnesses,
    ...place,
  });
}

async function startChild(
  parts: ChildrenParts,
  command: CityProcess['kind'],
  name: string,
  config: JsonObject,
): Promise<StartedChild> {
  const { options, layout, certificate } = parts;
  const folder = layout.folder(name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'config.json'), formatStrictJson(config), { mode: 0o600 });
  const trusted = certificate === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificate.certPath };
  const organs = Array.isArray(config.organs) ? config.organs.map((organ) => String((organ as JsonObject).id)) : [];
  const health = new ProcessHealth({ name, kind: command, organs }, options.clock);
  const child = new Child({
    name,
    program: options.program,
    args: [command, folder],
    env: { ...options.env, ...trusted },
    logFile: join(folder, 'process.log'),
    readyTimeoutMs: READY_TIMEOUT_MS,
    onHealth: (line) => health.tell(line),
    onChange: (state, detail, end) => {
      health.change(state, end);
      const at = options.clock();
      writeFileSync(join(folder, 'state.json'), formatStrictJson({ state, detail, at }));
      if (state === 'restarting') options.print(`✗ ${name} 停了，正在重启 died, restarting (${detail})`);
    },
  });
  const ready = child.start();
  ready.catch(() => undefined);
  return { child, health, ready };
}

/** Pages come from the portal's address; on this machine people type either name of it. */
function portalOriginsOf(layout: Layout): string[] {
  const local = [`http://127.0.0.1:${layout.ports.portal}`, `http://localhost:${layout.ports.portal}`];
  return [...new Set([layout.portalUrl, ...local, ...local.map((url) => url.replace('http:', 'https:'))])];
}
