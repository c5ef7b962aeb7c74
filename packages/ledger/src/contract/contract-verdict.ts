import { isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '@minglu/protocol';

/** There is no word for a refusal: an adverse act is a person's. */
export type ContractDecision = 'grant' | 'propose' | 'ask';

export interface ContractVerdict {
  readonly decision: ContractDecision;
  /** Rows `{rule,article,fact?,result}`: what was looked at, under which article, with what result. */
  readonly trace: readonly JsonObject[];
}

const MAX_OUTPUT_LENGTH = 32_768;
const MAX_ROWS = 64;
const MAX_TEXT_LENGTH = 200;

/** What a contract answered, or nothing when that is not exactly a verdict. */
export function parseContractVerdict(output: string): ContractVerdict | undefined {
  let value: JsonValue;
  try {
    value = parseStrictJson(output, MAX_OUTPUT_LENGTH);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return undefined;
  const { decision, trace } = value;
  if (decision !== 'grant' && decision !== 'propose' && decision !== 'ask') return undefined;
  if (!Array.isArray(trace) || trace.length > MAX_ROWS || !trace.every(isTraceRow)) return undefined;
  return { decision, trace };
}

function isTraceRow(row: JsonValue): row is JsonObject {
  if (!isJsonObject(row)) return false;
  const { rule, article, fact, result } = row;
  if (!isText(rule) || !isText(article)) return false;
  if (!isText(result) && typeof result !== 'boolean' && typeof result !== 'number') return false;
  if (fact !== undefined && !isText(fact)) return false;
  return Object.keys(row).length === (fact === undefined ? 3 : 4);
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.length <= MAX_TEXT_LENGTH;
}
