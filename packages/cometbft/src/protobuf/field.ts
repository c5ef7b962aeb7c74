import { EngineError } from '../engine-error.ts';
import type { WireReader, WireType } from './wire-reader.ts';
import { encodeVarint, type WireWriter } from './wire-writer.ts';

/** One field of a message: how it is read, what it is when it is absent, how it is written. */
export interface Field<Value> {
  readonly number: number;
  readonly wireType: WireType;
  /** Repeated numbers may come packed: then as length-delimited bytes. */
  readonly isPackable: boolean;
  initial(): Value;
  read(reader: WireReader, before: Value): Value;
  /** Writes nothing for the value an absent field has. */
  write(writer: WireWriter, value: Value): void;
}

interface Scalar<Value> {
  readonly wireType: WireType;
  readonly zero: Value;
  read(reader: WireReader): Value;
  write(writer: WireWriter, value: Value): void;
  isZero(value: Value): boolean;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const unsigned: Scalar<number> = {
  wireType: 0,
  zero: 0,
  read: (reader) => reader.readUnsigned(),
  write: (writer, value) => writer.writeVarint(value),
  isZero: (value) => value === 0,
};
const signed: Scalar<number> = { ...unsigned, read: (reader) => reader.readSigned() };
const flag: Scalar<boolean> = {
  wireType: 0,
  zero: false,
  read: (reader) => reader.readUnsigned() !== 0,
  write: (writer, value) => writer.writeVarint(value ? 1 : 0),
  isZero: (value) => !value,
};
const octets: Scalar<Uint8Array> = {
  wireType: 2,
  zero: new Uint8Array(),
  read: (reader) => reader.readBytes(),
  write: (writer, value) => writer.writeBytes(value),
  isZero: ({ length }) => length === 0,
};
const characters: Scalar<string> = {
  wireType: 2,
  zero: '',
  read: (reader) => decodeText(reader.readBytes()),
  write: (writer, value) => writer.writeBytes(Buffer.from(value)),
  isZero: (value) => value === '',
};

export const uint = (number: number): Field<number> => singular(number, unsigned);
export const int = (number: number): Field<number> => singular(number, signed);
export const bool = (number: number): Field<boolean> => singular(number, flag);
export const bytes = (number: number): Field<Uint8Array> => singular(number, octets);
export const string = (number: number): Field<string> => singular(number, characters);
/** Written packed, as proto3 does with numbers; read either way. */
export const uints = (number: number): Field<readonly number[]> => ({
  ...repeated(number, unsigned),
  write(writer, values) {
    if (values.length === 0) return;
    writer.writeTag(number, 2);
    writer.writeBytes(Buffer.concat(values.map(encodeVarint)));
  },
});
export const manyBytes = (number: number): Field<readonly Uint8Array[]> => repeated(number, octets);
export const strings = (number: number): Field<readonly string[]> => repeated(number, characters);

function singular<Value>(number: number, scalar: Scalar<Value>): Field<Value> {
  return {
    number,
    wireType: scalar.wireType,
    isPackable: false,
    initial: () => scalar.zero,
    read: (reader) => scalar.read(reader),
    write(writer, value) {
      if (scalar.isZero(value)) return;
      writer.writeTag(number, scalar.wireType);
      scalar.write(writer, value);
    },
  };
}

function repeated<Value>(number: number, scalar: Scalar<Value>): Field<readonly Value[]> {
  return {
    number,
    wireType: scalar.wireType,
    isPackable: scalar.wireType === 0,
    initial: () => [],
    read: (reader, before) => {
      // In place: a block of thousands would otherwise be copied as often. Nobody else holds it while it is read.
      (before as Value[]).push(scalar.read(reader));
      return before;
    },
    write(writer, values) {
      for (const value of values) {
        writer.writeTag(number, scalar.wireType);
        scalar.write(writer, value);
      }
    },
  };
}

function decodeText(octetsOfText: Uint8Array): string {
  try {
    return decoder.decode(octetsOfText);
  } catch (error) {
    throw new EngineError('message-malformed', { part: 'utf-8' }, error);
  }
}
