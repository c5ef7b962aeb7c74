import { type JsonObject, type JsonValue, parseStrictJsonObject } from '@minglu/protocol';
import type { ContractAnswer } from './contract-desk.ts';

/** The answer with one row more, for which the case goes to a person whatever the contract said. */
export function overrule({ trace, manualTrace }: ContractAnswer, row: JsonObject): ContractAnswer {
  return { decision: 'propose', trace: withRow(trace, row), manualTrace: withRow(manualTrace, row) };
}

function withRow(text: string, row: JsonObject): string {
  const { trace, ...rest } = parseStrictJsonObject(text);
  const rows: readonly JsonValue[] = Array.isArray(trace) ? trace : [];
  return JSON.stringify({ ...rest, decision: 'propose', trace: [...rows, row] });
}
