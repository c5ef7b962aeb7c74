import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { UsageError } from './arguments.ts';

/** A register to begin with may stand in it: hundreds of people. */
const MAX_CONFIGURATION_LENGTH = 16_777_216;

/** `<directory>/config.json` of a witness, a monitor or a department. */
export async function readConfiguration(directory: string): Promise<JsonObject> {
  const path = join(directory, 'config.json');
  try {
    return parseStrictJsonObject(withoutSpace(await readFile(path, 'utf8')), MAX_CONFIGURATION_LENGTH);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(missing ? `没有 there is no ${path}` : `读不懂 not strict JSON: ${path}`);
  }
}

/** People lay it out over lines; nothing else of strict JSON is forgiven them, a member that stands twice above all. */
function withoutSpace(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}

export function textOf(configuration: JsonObject, member: string): string {
  const value = configuration[member];
  if (typeof value !== 'string' || value === '') throw new UsageError(`config.json: ${member}`);
  return value;
}

export function numberOf(configuration: JsonObject, member: string, otherwise: number): number {
  const value = configuration[member] ?? otherwise;
  if (typeof value !== 'number') throw new UsageError(`config.json: ${member}`);
  return value;
}

export function listOf(configuration: JsonObject, member: string): readonly JsonObject[] {
  const value = configuration[member] ?? [];
  if (!Array.isArray(value)) throw new UsageError(`config.json: ${member}`);
  return value as readonly JsonObject[];
}
