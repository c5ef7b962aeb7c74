import { EngineError } from '../engine-error.ts';
import { string } from '../protobuf/field.ts';
import { type Message, message } from '../protobuf/message.ts';
import { WireReader } from '../protobuf/wire-reader.ts';
import { encodeVarint, WireWriter } from '../protobuf/wire-writer.ts';
import { type Answer, type MethodName, methods, type RequestOf, type ResponseOf } from './methods.ts';

/** One request as the engine sent it. */
export type AbciRequest = {
  readonly [Name in MethodName]: { readonly method: Name; readonly value: RequestOf<Name> };
}[MethodName];

const EXCEPTION = 1;
const exception = message({ error: string(1) });
const NOTHING = new Uint8Array();
const byResponse: ReadonlyMap<number, MethodName> = new Map(
  Object.entries(methods).map(([name, { answers }]) => [answers, name as MethodName]),
);
const byRequest: ReadonlyMap<number, MethodName> = new Map(
  Object.entries(methods).map(([name, { asks }]) => [asks, name as MethodName]),
);

/**
 * The `Request` in a frame: one of the sixteen, alone. `request-unknown` for another or for none, `message-malformed` for what is no
 * protobuf or says two things.
 */
export function decodeRequest(frame: Uint8Array): AbciRequest {
  const { field, body } = onlyField(frame);
  const method = byRequest.get(field);
  if (method === undefined) throw new EngineError('request-unknown', { field });
  return { method, value: methods[method].request.decode(body) } as AbciRequest;
}

/** A `Response` with its length in front. */
export function encodeAnswer<Name extends MethodName>(method: Name, answer: Answer<Name>): Uint8Array {
  const { answers, response } = methods[method];
  return framed(answers, encodeWhole(response as Message<unknown>, answer));
}

/** What an application answered. */
export type AbciResponse =
  | { readonly [Name in MethodName]: { readonly method: Name; readonly value: ResponseOf<Name> } }[MethodName]
  | { readonly method: 'exception'; readonly value: { readonly error: string } };

/** The `Response` in a frame, read as strictly as a request: for whoever plays the engine. */
export function decodeAnswer(frame: Uint8Array): AbciResponse {
  const { field, body } = onlyField(frame);
  if (field === EXCEPTION) return { method: 'exception', value: exception.decode(body) };
  const method = byResponse.get(field);
  if (method === undefined) throw new EngineError('request-unknown', { field });
  return { method, value: methods[method].response.decode(body) } as AbciResponse;
}

/** A `Request` with its length in front. */
export function encodeRequest<Name extends MethodName>(method: Name, request: Partial<RequestOf<Name>>): Uint8Array {
  const { asks, request: shape } = methods[method];
  return framed(asks, encodeWhole(shape as Message<unknown>, request));
}

/** Says to the engine that this side gives up; whoever sends it closes the connection. */
export function encodeException(code: string): Uint8Array {
  return framed(EXCEPTION, exception.encode({ error: code }));
}

/** Says nothing of what is zero. */
function encodeWhole(shape: Message<unknown>, said: object): Uint8Array {
  return shape.encode({ ...(shape.decode(NOTHING) as object), ...said });
}

/** The one field that a oneof has set. */
function onlyField(frame: Uint8Array): { readonly field: number; readonly body: Uint8Array } {
  const reader = new WireReader(frame);
  if (reader.isAtEnd) throw new EngineError('request-unknown', { field: 0 });
  const { field, wireType } = reader.readTag();
  if (wireType !== 2) throw new EngineError('message-malformed', { part: 'wire-type' });
  const body = reader.readBytes();
  if (!reader.isAtEnd) throw new EngineError('message-malformed', { part: 'oneof' });
  return { field, body };
}

function framed(field: number, body: Uint8Array): Uint8Array {
  const writer = new WireWriter();
  writer.writeTag(field, 2);
  writer.writeBytes(body);
  const response = writer.finish();
  return Buffer.concat([encodeVarint(response.length), response]);
}
