import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Channel, HandedOver, OutgoingMessage } from './channel.ts';

export interface EmailOptions {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte · `required`: STARTTLS or nothing · `if-offered`: for a server on this machine. */
  readonly tls: 'implicit' | 'required' | 'if-offered';
  /** PEM of an authority beside the usual ones. */
  readonly ca?: string;
  readonly user?: string;
  readonly password?: string;
  /** Address in From, and what bounces come back to. */
  readonly from: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
/** Whatever is more than one address, or tries to be, is none: the library would read a list out of it, and a server says 553. */
const ONE_ADDRESS = /^[^\s<>(),;:"\\]+@[^\s<>(),;:"\\]+$/u;

/** SMTP (RFC 5321). At most once: an answer lost after the last byte is `unknown`, for a mail server keeps no promise about doubles. */
export function emailChannel(options: EmailOptions): Channel {
  const { host, port, tls, ca, user, password, timeoutMs = TIMEOUT_MS } = options;
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    isIdempotent: false,
    send: async (message) => {
      if (!ONE_ADDRESS.test(message.to)) return { result: 'permanent', code: 'smtp-553' };
      const raw = await compose(options.from, message);
      let isHandedOver = false;
      const stream = Readable.from([raw]).on('end', () => {
        isHandedOver = true;
      });
      try {
        await transport.sendMail({ envelope: { from: options.from, to: [message.to] }, raw: stream });
        return { result: 'accepted' };
      } catch (error) {
        return judge(error, isHandedOver);
      }
    },
    close: () => transport.close(),
  };
}

function compose(from: string, { id, to, subject, text }: OutgoingMessage): Promise<Buffer> {
  const messageId = `<${id}@${from.split('@').at(-1)}>`;
  // RFC 3834: whoever is away does not write back to a machine.
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return new MailComposer({ from, to, subject, text, messageId, headers }).compile().build();
}

interface SmtpFailure {
  readonly responseCode?: number;
  readonly code?: string;
}

/** @param isHandedOver every byte was read by the connection: from then on silence may mean yes */
function judge(error: unknown, isHandedOver: boolean): HandedOver {
  const { responseCode, code } = error as SmtpFailure;
  // Wrong credentials are this department's fault, not the reader's address: they may be mended.
  if (code === 'EAUTH') return { result: 'temporary', code: 'login-refused' };
  if (typeof responseCode === 'number' && code !== 'ECONNECTION' && code !== 'ETLS')
    return { result: responseCode >= 500 ? 'permanent' : 'temporary', code: `smtp-${responseCode}` };
  if (isHandedOver && typeof responseCode !== 'number') return { result: 'unknown', code: 'answer-lost' };
  if (code === 'ETLS') return { result: 'temporary', code: 'tls-refused' };
  return { result: 'temporary', code: code === 'ETIMEDOUT' ? 'timeout' : 'unreachable' };
}
