/** Where a witness is and who it is. */
export interface WitnessAddress {
  readonly name: string;
  /** Verifier key, `name+hex8+b64`, of a cosignature/v1 key. */
  readonly vkey: string;
  /** Submission prefix; `<url>/add-checkpoint` takes the request. */
  readonly url: string;
}

/** What a witness said, C2SP tlog-witness. Everything in it is unproven until its lines were checked. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly lines: string }
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: string };

const MAX_ANSWER_BYTES = 16_384;
const SIZE = /^(0|[1-9][0-9]{0,15})\n?$/;

/** One `add-checkpoint`. Never throws: a witness that misbehaves is an answer too. */
export async function addCheckpoint(address: WitnessAddress, body: string, timeoutMs: number): Promise<WitnessAnswer> {
  try {
    const response = await fetch(`${address.url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await readBounded(response);
    if (response.status === 200) return { kind: 'cosigned', lines: text };
    if (response.status === 409 && SIZE.test(text)) return { kind: 'conflict', size: Number(text) };
    return { kind: 'refused', status: response.status };
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) };
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return '';
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A code such as ECONNREFUSED or TimeoutError; never an address or a sentence. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : error.name;
}
