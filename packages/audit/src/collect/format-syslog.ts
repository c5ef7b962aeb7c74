/** Facility 13, log audit (RFC 5424, table 1). */
const FACILITY = 13;
const WARNING = 4;
const INFORMATIONAL = 6;

export interface SyslogFrame {
  /** Our own host's name, as others know it. */
  readonly host: string;
  /** The source: `audit:api`, `log:api`. */
  readonly source: string;
  /** One line of strict JSON, as it stands in the file. */
  readonly text: string;
}

/**
 * One line as a message of RFC 5424, in the octet-counted frame of RFC 5425. The message is the line as it stands in the
 * file, byte for byte, so that its hash is what the next one names; what is in front only sorts it.
 */
export function formatSyslog({ host, source, text }: SyslogFrame): Buffer {
  const { at, kind, severity } = headOf(text);
  const priority = FACILITY * 8 + severity;
  const head = `<${priority}>1 ${at} ${nameOf(host, 255)} minglu ${nameOf(source, 128)} ${nameOf(kind, 32)}`;
  const message = Buffer.from(`${head} [origin software="minglu"] \uFEFF${text}`, 'utf8');
  return Buffer.concat([Buffer.from(`${message.length} `), message]);
}

interface Head {
  readonly at: string;
  readonly kind: string;
  readonly severity: number;
}

/** What can be told of a line of the trail, or of a process's log; a line that is neither is sent on all the same. */
function headOf(text: string): Head {
  const line = findObject(text);
  const time = line.at ?? line.time;
  const isTime = typeof time === 'number' && Number.isSafeInteger(time) && time >= 0 && time < 253_402_300_800_000;
  const isRefused = line.kind === 'denied' || (typeof line.level === 'number' && line.level >= 40);
  return {
    at: isTime ? new Date(time).toISOString() : '-',
    kind: String(line.kind ?? line.event ?? '-'),
    severity: isRefused ? WARNING : INFORMATIONAL,
  };
}

function findObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** PRINTUSASCII without a space, or the nil value: no text of ours or of a stranger's may end a field. */
function nameOf(text: string, most: number): string {
  const name = text.replaceAll(/[^!-~]/g, '').slice(0, most);
  return name === '' ? '-' : name;
}
