import { EngineError } from '../engine-error.ts';
import type { Field } from './field.ts';
import { WireReader } from './wire-reader.ts';
import { WireWriter } from './wire-writer.ts';

/** A protobuf message as a table of its fields; its type follows from the table. */
export interface Message<Value> {
  /** Every field is there, with its zero where it was absent. Views into `octets`, not copies. Throws `message-malformed`. */
  decode(octets: Uint8Array): Value;
  encode(value: Value): Uint8Array;
}

export type Shape = Readonly<Record<string, Field<unknown>>>;
type ValueOf<S extends Shape> = { readonly [Name in keyof S]: S[Name] extends Field<infer Value> ? Value : never };
/** What a message decodes to. */
export type Decoded<M> = M extends Message<infer Value> ? Value : never;

export function message<S extends Shape>(shape: S): Message<ValueOf<S>> {
  const names = Object.entries(shape);
  const byNumber = new Map(names.map(([name, field]) => [field.number, { name, field }]));
  return {
    decode(octets) {
      const value: Record<string, unknown> = {};
      for (const [name, field] of names) value[name] = field.initial();
      const reader = new WireReader(octets);
      while (!reader.isAtEnd) {
        const { field: number, wireType } = reader.readTag();
        const known = byNumber.get(number);
        if (known === undefined) reader.skip(wireType);
        else value[known.name] = readField(known.field, reader, { wireType, before: value[known.name] });
      }
      return value as ValueOf<S>;
    },
    encode(value) {
      const writer = new WireWriter();
      for (const [name, field] of names) field.write(writer, value[name as keyof S]);
      return writer.finish();
    },
  };
}

function readField(
  field: Field<unknown>,
  reader: WireReader,
  { wireType, before }: { readonly wireType: number; readonly before: unknown },
): unknown {
  if (wireType === field.wireType) return field.read(reader, before);
  if (!field.isPackable || wireType !== 2) throw new EngineError('message-malformed', { part: 'wire-type' });
  const packed = new WireReader(reader.readBytes());
  let value = before;
  while (!packed.isAtEnd) value = field.read(packed, value);
  return value;
}

/** A message inside a message; undefined when it is absent. */
export function part<Value>(number: number, inner: Message<Value>): Field<Value | undefined> {
  return {
    number,
    wireType: 2,
    isPackable: false,
    initial: () => undefined,
    read: (reader) => inner.decode(reader.readBytes()),
    write(writer, value) {
      if (value === undefined) return;
      writer.writeTag(number, 2);
      writer.writeBytes(inner.encode(value));
    },
  };
}

/** Empty ones are written too: their number counts. */
export function parts<Value>(number: number, inner: Message<Value>): Field<readonly Value[]> {
  return {
    number,
    wireType: 2,
    isPackable: false,
    initial: () => [],
    read: (reader, before) => {
      (before as Value[]).push(inner.decode(reader.readBytes()));
      return before;
    },
    write(writer, values) {
      for (const value of values) {
        writer.writeTag(number, 2);
        writer.writeBytes(inner.encode(value));
      }
    },
  };
}
