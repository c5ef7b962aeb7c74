import { readFileSync } from 'node:fs';

/**
 * Packets that found no way out of this process's network namespace: in one with nothing but a loopback, every try to reach
 * somebody else is counted here by the kernel, whoever made it and whether or not they told anybody.
 */
export function packetsWithoutRoute(): number {
  const [names = '', values = ''] = readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'));
  const at = names.split(' ').indexOf('OutNoRoutes');
  const v6 = /^Ip6OutNoRoutes\s+(\d+)$/m.exec(readFileSync('/proc/self/net/snmp6', 'utf8'));
  return Number(values.split(' ')[at]) + Number(v6?.[1] ?? 0);
}

/** Names of the network interfaces of this process's namespace. */
export function interfaceNames(): string[] {
  const lines = readFileSync('/proc/self/net/dev', 'utf8').split('\n').slice(2);
  return lines.flatMap((line) => (line.includes(':') ? [line.split(':', 1)[0]?.trim() ?? ''] : []));
}
