import { parseLicenceNumber } from '../forms/parse-licence-number.ts';

/** What a code said: a number to check here, a file's text to check here, or words that nobody here opens. */
export type Scan =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'evidence'; readonly text: string }
  | {
      readonly kind: 'foreign';
      /** As it may be shown: cut, and with nothing in it that turns or hides what is read. */
      readonly shown: string;
      /** A licence number in an address that is not ours: it can still be asked about here. */
      readonly number?: string;
    };

const PATH = /\/verify\/([0-9A-Za-z]{11,22})\/?$/;
const MAX_SHOWN = 300;

/**
 * Reads a scanned text. The adversary pastes a code over the licence's own that leads to a look-alike of this site, with a
 * page that says 有效: so no address is ever opened, ours or not. Ours gives a number, which is checked here.
 */
export function readScan(text: string, origin: string): Scan {
  const plain = parseLicenceNumber(text);
  if ('number' in plain) return { kind: 'number', number: plain.number };
  const address = findAddress(text.trim());
  const number = address === undefined ? undefined : findNumber(address);
  if (address?.origin === origin && number !== undefined) return { kind: 'number', number };
  if (/^\{"|^c2sp\.org\/tlog-proof@v1\n/.test(text)) return { kind: 'evidence', text };
  const shown = visible(text);
  return number === undefined ? { kind: 'foreign', shown } : { kind: 'foreign', shown, number };
}

function findAddress(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function findNumber({ pathname }: URL): string | undefined {
  const [, digits = ''] = PATH.exec(pathname) ?? [];
  const parsed = parseLicenceNumber(digits);
  return 'number' in parsed ? parsed.number : undefined;
}

function visible(text: string): string {
  const cut = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}
