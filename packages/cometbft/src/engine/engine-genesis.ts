import { chainIdOf, foundingState } from '../application/founding-state.ts';
import type { EngineFounding } from '../sequencer/cometbft-sequencer.ts';
import { type EngineKey, publicKeyJson } from './engine-keys.ts';

export interface EngineGenesis {
  readonly chain: string;
  readonly founding: EngineFounding;
  /** Time of the engine's first block, milliseconds; not before the ledger's last. */
  readonly timeMs: number;
  readonly validators: readonly (Pick<EngineKey, 'publicKey' | 'address'> & {
    readonly name: string;
    readonly power: number;
  })[];
}

const MAX_BLOCK_BYTES = 4_194_304;
const EVIDENCE_BLOCKS = 200_000;
const EVIDENCE_HOURS = 48;

/** The engine's `genesis.json`: every node of a cluster has the same bytes. */
export function engineGenesisJson({ chain, founding, timeMs, validators }: EngineGenesis): string {
  const hourNs = 3_600_000_000_000n;
  return `${JSON.stringify({
    genesis_time: new Date(timeMs).toISOString(),
    chain_id: chainIdOf(chain),
    initial_height: '1',
    consensus_params: {
      block: { max_bytes: String(MAX_BLOCK_BYTES), max_gas: '-1' },
      evidence: {
        max_age_num_blocks: String(EVIDENCE_BLOCKS),
        max_age_duration: String(BigInt(EVIDENCE_HOURS) * hourNs),
        max_bytes: '1048576',
      },
      validator: { pub_key_types: ['ed25519'] },
      version: { app: '0' },
      abci: { vote_extensions_enable_height: '0' },
    },
    validators: validators.map(({ address, publicKey, name, power }) => ({
      address,
      pub_key: publicKeyJson({ publicKey }),
      power: String(power),
      name,
    })),
    app_hash: '',
    app_state: JSON.parse(foundingState(chain, founding)),
  })}\n`;
}
