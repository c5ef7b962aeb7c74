import { quorumOf } from '@minglu/protocol';
import type { MemberView } from './cluster-request.ts';

const STATES: Readonly<Record<string, string>> = { running: '在 up', starting: '启动 starting', restarting: '断 down' };

/** Who is up, for people; `summary` changes only when somebody comes or goes. */
export function memberTable(members: readonly MemberView[]): {
  readonly summary: string;
  readonly lines: readonly string[];
} {
  const up = members.filter(({ state }) => state === 'running').length;
  const needed = quorumOf(members.length);
  const isEnough = up >= needed;
  const lines = members.map(
    ({ name, peer, state, height, root }) =>
      `  ${STATES[state] ?? state}  ${name}  ${peer}  ${height}  ${root.slice(0, 12)}`,
  );
  const said = isEnough
    ? `${up}/${members.length} 个节点在 nodes are up`
    : `只有 ${up}/${members.length}：不足 ${needed} 个，不能受理 too few to decide`;
  return { summary: members.map(({ state }) => state).join(' '), lines: [`· ${said}`, ...lines] };
}
