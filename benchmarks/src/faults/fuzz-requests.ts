/** What the mutated requests begin from; all of it real, so that a mutation is one step from being accepted. */
export interface FuzzSeeds {
  /** Compact JWS of transactions with their sidecars. */
  readonly submissions: readonly { readonly transaction: string; readonly sidecar?: string }[];
  /** Paths with query that answer 200. */
  readonly paths: readonly string[];
}

export interface FuzzOptions {
  /** Address of the API, without a trailing slash. */
  readonly url: string;
  readonly seeds: FuzzSeeds;
  /** The same seed sends the same requests. */
  readonly seed: number;
  readonly count: number;
  /** Codes that `docs/errors.md` knows. */
  readonly codes: ReadonlySet<string>;
  readonly inFlight?: number;
}

export interface FuzzReport {
  readonly sent: number;
  readonly accepted: number;
  readonly refused: number;
  readonly byCode: Readonly<Record<string, number>>;
  /** Requests answered by 5xx, without a code, or not at all: each is a defect. */
  readonly defects: readonly string[];
}

type Random = (below: number) => number;

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/**
 * Sends seeded, mutated requests to a running API: bytes flipped, cut, repeated and spliced in bodies, members swapped,
 * methods, types, paths and query bent. Every answer must be a 2xx, a page, or a coded 4xx.
 */
export const fuzzRequests = async (options: FuzzOptions): Promise<FuzzReport> => {
  const random = randomOf(options.seed);
  const byCode: Record<string, number> = {};
  const defects: string[] = [];
  let accepted = 0;
  let refused = 0;
  let next = 0;
  const sendOne = async (): Promise<void> => {
    const request = makeRequest(options.seeds, random);
    const { status, code } = await send(options.url, request);
    if (status >= 200 && status < 400) accepted += 1;
    else if (status >= 400 && status < 500 && options.codes.has(code)) {
      refused += 1;
      byCode[code] = (byCode[code] ?? 0) + 1;
    } else defects.push(`${status} ${code} ${request.method} ${request.path.slice(0, 120)}`);
  };
  const lane = async (): Promise<void> => {
    while (next < options.count) {
      next += 1;
      await sendOne();
    }
  };
  await Promise.all(Array.from({ length: options.inFlight ?? 8 }, lane));
  return { sent: next, accepted, refused, byCode, defects };
};

const send = async (
  url: string,
  { method, path, headers, body }: Request,
): Promise<{ status: number; code: string }> => {
  try {
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
    });
    const text = await answer.text();
    // An answer to HEAD has no body to carry a code; its status is all there is.
    if (method === 'HEAD') return { status: answer.status < 500 ? 200 : answer.status, code: '' };
    return { status: answer.status, code: codeIn(text) };
  } catch (error) {
    return {
      status: 0,
      code: error instanceof Error ? String((error.cause as Error | undefined)?.message ?? error.message) : '',
    };
  }
};

const codeIn = (text: string): string => {
  try {
    return String((JSON.parse(text) as { code?: unknown } | null)?.code ?? '');
  } catch {
    return '';
  }
};

const makeRequest = (seeds: FuzzSeeds, random: Random): Request => {
  const kind = random(10);
  if (kind < 7) return submission(seeds, random);
  if (kind < 9) return read(seeds, random);
  return session(random);
};

const JSON_TYPE = 'application/json';
const METHODS = ['POST', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE'];
const TYPES = [
  JSON_TYPE,
  JSON_TYPE,
  JSON_TYPE,
  `${JSON_TYPE}; charset=utf-16`,
  'text/json',
  'text/plain',
  'multipart/form-data; boundary=x',
];

const submission = (seeds: FuzzSeeds, random: Random): Request => {
  const { transaction, sidecar } = pick(seeds.submissions, random);
  const parts = random(3);
  const body = {
    transaction: parts === 0 ? mutateJws(transaction, random) : transaction,
    ...(sidecar === undefined ? {} : { sidecar: parts === 1 ? mutateText(sidecar, random) : sidecar }),
  };
  const text = bendJson(JSON.stringify(body), random);
  const bytes = new TextEncoder().encode(text);
  return {
    method: random(20) === 0 ? pick(METHODS, random) : 'POST',
    path: '/api/transactions',
    headers: { 'content-type': random(15) === 0 ? pick(TYPES, random) : JSON_TYPE },
    body: parts === 2 ? mutateBytes(bytes, random) : bytes,
  };
};

const read = (seeds: FuzzSeeds, random: Random): Request => {
  const path = pick(seeds.paths, random);
  const bent = `/${encodeURI(mutateText(path.slice(1), random).toWellFormed()).replaceAll('#', '%23')}`;
  return {
    method: pick(['GET', 'GET', 'GET', 'HEAD', 'DELETE', 'OPTIONS'], random),
    path: bent,
    headers: authorization(random),
  };
};

const session = (random: Random): Request => {
  const text = JSON.stringify({ jws: mutateText('eyJhbGciOiJFUzI1NiJ9.eyJjaGFpbiI6IngifQ.AAAA', random) });
  return {
    method: 'POST',
    path: random(2) === 0 ? '/api/sessions' : '/api/sessions/challenge',
    headers: { 'content-type': JSON_TYPE, ...authorization(random) },
    body: mutateBytes(new TextEncoder().encode(bendJson(text, random)), random),
  };
};

const authorization = (random: Random): Record<string, string> =>
  random(4) === 0
    ? { authorization: pick(['Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic YTpi', 'Bearer '], random) }
    : {};

/** Decodes a part, changes the JSON inside and encodes it again: past the parser, at what stands behind it. */
const mutateJws = (jws: string, random: Random): string => {
  const parts = jws.split('.');
  const at = random(3);
  if (random(3) === 0) return mutateText(jws, random);
  if (at === 2) return [parts[0], parts[1], mutateText(parts[2] ?? '', random)].join('.');
  const text = Buffer.from(parts[at] ?? '', 'base64url').toString('utf8');
  parts[at] = Buffer.from(mutateText(text, random)).toString('base64url');
  return parts.join('.');
};

const SNIPPETS = [
  '"',
  '{',
  '}',
  '\\',
  '\u0000',
  '__proto__',
  '1e999',
  '-0',
  '\ud800',
  '[[[[[[[[[[[[[[[[[[',
  ',',
  '张三',
  '..',
  '%',
  '=',
  'null',
  '9007199254740993',
];

const mutateText = (text: string, random: Random): string => {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + random(12));
  switch (random(5)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + pick(SNIPPETS, random) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at, end) + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(33 + random(90)) + text.slice(at + 1);
    default:
      return text.slice(0, at) + text.slice(random(text.length + 1));
  }
};

const mutateBytes = (bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> => {
  const bent = bytes.slice(0, random(4) === 0 ? random(bytes.length + 1) : bytes.length);
  for (let flips = random(4); flips >= 0 && bent.length > 0; flips -= 1) {
    const at = random(bent.length);
    bent[at] = (bent[at] ?? 0) ^ (1 << random(8));
  }
  return bent;
};

const bendJson = (text: string, random: Random): string => {
  switch (random(12)) {
    case 0:
      return text.replace('{', '{"transaction":"again",');
    case 1:
      return text.replace('{', '{"__proto__":{"x":1},');
    case 2:
      return text.replaceAll(',', ' ,\n ');
    case 3:
      return `${'['.repeat(random(4_000))}${text}`;
    case 4:
      return text.replace(/":"/, '":["') + pick(SNIPPETS, random);
    case 5:
      return `${text.slice(0, -1)},"filler":"${'x'.repeat(random(120_000))}"}`;
    default:
      return text;
  }
};

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T;

/** mulberry32: small, seeded, good enough to choose mutations. */
const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
};
