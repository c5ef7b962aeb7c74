import { createServer } from 'node:net';
import { DEPARTMENTS, PLATFORM_OFFICE, WITNESSES } from '../seed/organisations.ts';

/** The city's doors in the order of their usual ports, from the first one on. */
export const DOORS = [
  'portal' as const,
  ...DEPARTMENTS.map(({ id }) => id),
  ...WITNESSES.map(({ door }) => door),
  'monitor' as const,
  'time-stamp' as const,
  'identity' as const,
  PLATFORM_OFFICE.id,
];

export type Door = (typeof DOORS)[number];
export type Ports = Readonly<Record<Door, number>>;

/** The usual ports, counted from `first`; one that somebody else holds is replaced by any free one. */
export async function choosePorts(first: number, host: string): Promise<Ports> {
  const chosen = await Promise.all(DOORS.map(async (door, at) => [door, await freePort(first + at, host)] as const));
  return Object.fromEntries(chosen) as Record<Door, number>;
}

/** `wanted`, or any free one; 0 asks for any. */
export async function freePort(wanted: number, host: string): Promise<number> {
  return (await tryPort(wanted, host)) ?? (await tryPort(0, host)) ?? 0;
}

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
