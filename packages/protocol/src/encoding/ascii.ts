/** Arguments of one `fromCharCode` call: far below every engine's limit. */
const CHUNK = 4096;

/** The string whose code units are `units`; the caller has bounded them. */
export function stringFromUnits(units: Uint8Array | Uint16Array, end: number = units.length): string {
  if (end <= CHUNK) return chunk(units, 0, end);
  let text = '';
  for (let start = 0; start < end; start += CHUNK) text += chunk(units, start, Math.min(start + CHUNK, end));
  return text;
}

function chunk(units: Uint8Array | Uint16Array, start: number, end: number): string {
  const part = start === 0 && end === units.length ? units : units.subarray(start, end);
  return String.fromCharCode.apply(null, part as unknown as number[]);
}
