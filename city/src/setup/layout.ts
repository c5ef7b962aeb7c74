import { join } from 'node:path';
import type { Door, Ports } from './choose-ports.ts';

/** Where things of one city lie, and where its doors are. */
export interface Layout {
  readonly directory: string;
  readonly host: string;
  readonly ports: Ports;
  /** Origin of the portal's pages. */
  readonly portalUrl: string;
  /** Address of a department as pages see it. */
  departmentUrl(door: Door): string;
  /** Address of a process that only this machine's processes talk to. */
  localUrl(door: Door): string;
  folder(name: string): string;
}

export function layoutOf(directory: string, ports: Ports, lanAddress: string | undefined): Layout {
  const shown = (door: Door) =>
    lanAddress === undefined ? `http://127.0.0.1:${ports[door]}` : `https://${lanAddress}:${ports[door]}`;
  return {
    directory,
    host: lanAddress === undefined ? '127.0.0.1' : '0.0.0.0',
    ports,
    portalUrl: shown('portal'),
    departmentUrl: shown,
    localUrl: (door) => `http://127.0.0.1:${ports[door]}`,
    folder: (name) => join(directory, name),
  };
}
