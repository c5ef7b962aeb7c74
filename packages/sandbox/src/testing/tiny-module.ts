import { ByteWriter } from '../engine/byte-writer.ts';

const I32 = 0x7f;

/** Bodies of functions `(i32) -> i32`, without their last `end`. */
export const tinyBodies = {
  /** Counts its parameter down to nothing. */
  loop: [0x03, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b, 0x20, 0],
  /** Calls itself with one less until nothing is left; leaves from inside two blocks by `return`. */
  recurse: [0x02, 0x40, 0x02, 0x40, 0x20, 0, 0x0d, 0, 0x41, 7, 0x0f, 0x0b, 0x0b, 0x20, 0, 0x41, 1, 0x6b, 0x10, 1],
  /** Fills so many bytes from address 0. */
  fill: [0x41, 0, 0x41, 1, 0x20, 0, 0xfc, 0x0b, 0, 0x20, 0],
  /** Moves the stack pointer down by its parameter, and back. */
  stack: [0x23, 0, 0x20, 0, 0x6b, 0x24, 0, 0x23, 0, 0x23, 0, 0x20, 0, 0x6a, 0x24, 0],
  /** Neither a loop nor a call. */
  leaf: [0x20, 0, 0x41, 1, 0x6a],
} as const;

/** A WebAssembly file of a few functions over an imported memory, to see metering at work on. */
export function tinyModule(
  bodies: readonly (readonly number[])[] = Object.values(tinyBodies),
): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter().byte(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const section = (id: number, write: (content: ByteWriter) => void): void => {
    const content = new ByteWriter();
    write(content);
    out.byte(id).sized(content.finish());
  };
  section(1, (content) => content.byte(1, 0x60, 1, I32, 1, I32));
  section(2, (content) => content.byte(1).text('a').text('a').byte(2, 1, 1, 1));
  section(3, (content) => content.unsigned(bodies.length).byte(...bodies.map(() => 0)));
  section(4, (content) => content.byte(1, 0x70, 0, 1));
  section(6, (content) => content.byte(1, I32, 1, 0x41).signed(65_536).byte(0x0b));
  section(7, (content) => {
    content.unsigned(bodies.length);
    for (const index of bodies.keys()) content.text(`f${index}`).byte(0).unsigned(index);
  });
  section(9, (content) => content.byte(1, 0, 0x41, 0, 0x0b, 1, 4));
  section(10, (content) => {
    content.unsigned(bodies.length);
    for (const body of bodies) content.sized(Uint8Array.of(0, ...body, 0x0b));
  });
  return out.finish();
}
