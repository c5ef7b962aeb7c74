import type { ProductionFault, ProductionFaultCode, ProductionWarning } from './production-fault.ts';

const WORDS: Readonly<Record<ProductionFaultCode, string>> = {
  'clock-off': '时钟不准：先校时 the clock is off: set it by a time server first',
  'clock-unchecked': '没有可比对的时钟：写明 clockUrls 或见证人 no clock to compare with: name clockUrls or witnesses',
  debug: '调试是开着的 debugging is on',
  'default-credential':
    '口令是现成的或太短：删去此文件，启动时重做 a ready-made or short secret: delete the file, a start makes it anew',
  'demo-chain': '链名属于演示，或是谁也不能有的名字 the chain’s name is a demonstration’s, or one that nobody can own',
  'demo-key': '演示的钥匙，人人都有 a demonstration’s key, which everybody has',
  'demo-people': '登记簿里是虚构的人 the register would begin with invented people',
  'demo-sign-in': '演示登录：谁都能选一个人登录 demonstration sign-in: anybody may pick somebody',
  'key-readable': '别的用户读得到：chmod 600（文件夹 700） other users can read it: chmod 600 (700 a folder)',
  'metrics-open': '指标对所有人敞开：改为 off 或 token metrics are open to everybody: off, or token',
  'tls-missing': '没有 TLS 证书 no TLS certificate',
  'tls-unchecked': 'NODE_TLS_REJECT_UNAUTHORIZED=0：谁的证书都信 any certificate is believed',
  'tls-unfit': 'TLS 证书不合用 the TLS certificate does not fit',
};

/** A line a fault: its code, where, and what to do. */
export function faultLines(faults: readonly ProductionFault[]): string[] {
  return faults.map(({ code, facts }) => {
    const where = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
    return `✗ ${code}${where.length === 0 ? '' : ` (${where.join(', ')})`}  ${WORDS[code]}`;
  });
}

const WARNINGS: Readonly<Record<ProductionWarning['code'], string>> = {
  'collector-missing':
    '审计行只在这台机器上：写明 collector，另存一份 lines of the trail are on this machine alone: name a collector',
};

/** The same for what is only worth knowing. */
export function warningLines(warnings: readonly ProductionWarning[]): string[] {
  return warnings.map(({ code }) => `! ${code}  ${WARNINGS[code]}`);
}
