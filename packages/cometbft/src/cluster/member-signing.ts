import type { ClusterSigning } from '@minglu/node';
import { parseVkey } from '@minglu/protocol';
import { HttpLineExchange } from '../lines/http-line-exchange.ts';
import type { ClusterPlan } from './cluster-plan.ts';

/** How a member of the plan signs with the others. */
export function memberSigning({ members }: Pick<ClusterPlan, 'members'>, at: number): ClusterSigning {
  const others = members.filter((_, other) => other !== at).map(({ lines }) => lines);
  const exchange = new HttpLineExchange({ own: members[at]?.lines ?? '', others });
  return { logKeys: members.map(({ logKey }) => parseVkey(logKey)), exchange };
}
