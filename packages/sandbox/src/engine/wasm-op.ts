/** The opcodes that metering writes or looks for (WebAssembly Core 2.0, 5.4). */
export const WASM_OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  br: 0x0c,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  localGet: 0x20,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Const: 0x41,
  i32LtS: 0x48,
  i32LtU: 0x49,
  i32GtU: 0x4b,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32ShrU: 0x76,
  wide: 0xfc,
} as const;

/** Second byte of a two-byte opcode. */
export const WIDE_OP = { memoryCopy: 0x0a, memoryFill: 0x0b } as const;

export const I32 = 0x7f;
export const NO_RESULT = 0x40;
