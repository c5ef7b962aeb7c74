/** What an engine's `config.toml` says; everything else keeps the engine's default. */
export interface EngineConfig {
  readonly moniker: string;
  /** The application's unix socket. */
  readonly socketPath: string;
  /** The engine's own interface: a unix socket too, so that nobody outside this machine's account can speak to it. */
  readonly rpcSocketPath: string;
  /** Where the other engines find this one, as `tcp://127.0.0.1:26656`. */
  readonly peerAddress: string;
  /** The others, as `id@host:port`. */
  readonly peers: readonly string[];
  /** How long a validator waits for a proposal before the next one may propose. */
  readonly proposeMs: number;
  /** A block is made at least so often: what is due comes due then, and a block's time is never older than that. */
  readonly heartbeatMs: number;
}

/** Measured: docs/decisions/0045 has the figures behind each line. */
export function engineConfigToml(config: EngineConfig): string {
  const { moniker, socketPath, rpcSocketPath, peerAddress, peers, proposeMs, heartbeatMs } = config;
  return `${[
    ['proxy_app', `unix://${socketPath}`],
    ['abci', 'socket'],
    ['moniker', moniker],
    ['log_level', 'error'],
    ['filter_peers', false],
  ]
    .map(line)
    .join('\n')}
${section('rpc', [
  ['laddr', `unix://${rpcSocketPath}`],
  ['max_body_bytes', 4_000_000],
  ['pprof_laddr', ''],
])}${section('p2p', [
  ['laddr', peerAddress],
  ['persistent_peers', peers.join(',')],
  ['addr_book_strict', false],
  ['allow_duplicate_ip', true],
  ['pex', false],
  ['flush_throttle_timeout', '1ms'],
  ['send_rate', 102_400_000],
  ['recv_rate', 102_400_000],
])}${section('mempool', [
  ['recheck', false],
  ['size', 20_000],
  ['cache_size', 40_000],
  ['max_tx_bytes', 1_048_576],
])}${section('consensus', [
  ['timeout_propose', `${proposeMs}ms`],
  ['timeout_propose_delta', '100ms'],
  ['timeout_prevote', '100ms'],
  ['timeout_prevote_delta', '100ms'],
  ['timeout_precommit', '100ms'],
  ['timeout_precommit_delta', '100ms'],
  ['timeout_commit', '0s'],
  ['skip_timeout_commit', true],
  ['create_empty_blocks', true],
  ['create_empty_blocks_interval', `${heartbeatMs}ms`],
  ['peer_gossip_sleep_duration', '2ms'],
])}${section('tx_index', [['indexer', 'null']])}${section('instrumentation', [['prometheus', false]])}`;
}

type Line = readonly (string | number | boolean)[];

function section(name: string, lines: readonly Line[]): string {
  return `\n[${name}]\n${lines.map(line).join('\n')}\n`;
}

/** A basic string of TOML escapes as JSON does. */
function line([name, value]: Line): string {
  return `${name} = ${JSON.stringify(value)}`;
}
