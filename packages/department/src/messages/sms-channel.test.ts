import { afterEach, beforeEach, expect, test } from 'vitest';
import { GATEWAY_KEY, type SmsGateway, startSmsGateway } from '../testing/sms-gateway.ts';
import { smsChannel } from './sms-channel.ts';

const MESSAGE = { id: 'abc123', to: '13800000000', subject: '', text: '【局】需要补正。' };

let gateway: SmsGateway;
beforeEach(async () => {
  gateway = await startSmsGateway();
});
afterEach(() => gateway.close());

const open = (more: object = {}) =>
  smsChannel({ url: gateway.url, ...GATEWAY_KEY, timeoutMs: 500, ...more }, () => 1_000);

test('a signed request is taken, and the gateway is asked what became of it', async () => {
  const channel = open();
  expect(await channel.send(MESSAGE)).toEqual({ result: 'accepted' });
  expect(gateway.messages.get('abc123')).toEqual({ to: '13800000000', text: '【局】需要补正。' });
  expect(await channel.report?.('abc123')).toBeUndefined();
  gateway.status = 'delivered';
  expect(await channel.report?.('abc123')).toEqual({ result: 'delivered' });
  gateway.status = 'failed';
  expect(await channel.report?.('abc123')).toEqual({ result: 'permanent', code: 'gateway-failed' });
});

test('a wrong secret is refused by the gateway and may be mended; a message it refuses may not', async () => {
  expect(await open({ secret: 'another' }).send(MESSAGE)).toEqual({ result: 'temporary', code: 'gateway-401' });
  expect(gateway.messages.size).toBe(0);
  gateway.broken = 422;
  expect(await open().send(MESSAGE)).toEqual({ result: 'permanent', code: 'gateway-422' });
  gateway.broken = 503;
  expect(await open().send(MESSAGE)).toEqual({ result: 'temporary', code: 'gateway-503' });
});

test('an answer that was cut off is a doubt, and the same id once more is the same message', async () => {
  gateway.broken = 0;
  expect(await open().send(MESSAGE)).toEqual({ result: 'unknown', code: 'unreachable' });
  gateway.broken = undefined;
  expect(await open().send(MESSAGE)).toEqual({ result: 'accepted' });
  expect(gateway.requests.length).toBe(2);
  expect(gateway.messages.size).toBe(1);
});

test('a gateway that is not there is a doubt too', async () => {
  await gateway.close();
  expect(await open().send(MESSAGE)).toEqual({ result: 'unknown', code: 'unreachable' });
});

test('whatever was typed is text of the one message: the gateway reads the same words, and one request', async () => {
  const text = '【局】"}\r\n\r\nPOST /messages HTTP/1.1\r\n{"to":"13900000000"}<script>sing(1)</script>\u2028';
  expect(await open().send({ ...MESSAGE, text })).toEqual({ result: 'accepted' });
  expect([...gateway.messages.values()]).toEqual([{ to: '13800000000', text }]);
  expect(gateway.requests.length).toBe(1);
});
