import type { Socket } from 'node:net';
import type { ErrorCode } from '../error-status.ts';
import { statusOf } from '../error-status.ts';

const REASONS: { readonly [status: number]: string } = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/**
 * Answers what Node's own HTTP parser refuses, then closes: after a malformed request nobody knows where the next one
 * begins, and guessing is how requests are smuggled.
 */
export const answerClientError = (error: { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = codeOf(error.code);
  const status = statusOf(code);
  const body = JSON.stringify({ code, facts: {}, correlation: '' });
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Bad Request'}\r\nconnection: close\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
};

const codeOf = (code: string | undefined): ErrorCode => {
  if (code === 'HPE_HEADER_OVERFLOW') return 'header-too-large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-timeout';
  return 'http-malformed';
};
