import type { JsonObject } from '@minglu/protocol';

/** Members of events and bodies are the chain's own output, yet the log is a file on a disk: nothing is taken on faith. */
export const textOf = (facts: JsonObject, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

export const numberOf = (facts: JsonObject, name: string): number | null => {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
};
