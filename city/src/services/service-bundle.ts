import { createHash } from 'node:crypto';
import { formatStrictJson, isJsonObject, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import type { Language, ServiceManifest } from '@minglu/service-kit';
import { CityError } from '../city-error.ts';
import type { ServiceForm, ServiceGuideFile } from './folder/service-folder.ts';

/** A service as a city takes it in: data, and one text that only ever runs in the sandbox. */
export interface ServiceBundle {
  readonly manifest: ServiceManifest;
  readonly form: ServiceForm;
  readonly messages: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  readonly guide: ServiceGuideFile;
  /** Body of `services.register`. */
  readonly registration: JsonObject;
  /** The contract's text; `registration.contract` is its SHA-256. */
  readonly contract: string;
}

const TYPE = 'minglu-service-bundle';
const MAX_LENGTH = 4_194_304;

export function formatServiceBundle(bundle: ServiceBundle): string {
  return formatStrictJson({ v: 0, type: TYPE, ...bundle } as unknown as JsonObject);
}

/**
 * Reads what `minglu service bundle` wrote. Whether its parts fit each other was checked there, and the ledger checks what
 * it is asked to register; here the text must be the one that is named.
 *
 * @param file for the error alone
 * @throws CityError `service-damaged`
 */
export function parseServiceBundle(text: string, file: string): ServiceBundle {
  const bundle = read(text);
  const isWhole =
    bundle?.v === 0 &&
    bundle.type === TYPE &&
    typeof bundle.contract === 'string' &&
    isJsonObject(bundle.registration) &&
    ['manifest', 'form', 'messages', 'guide'].every((part) => isJsonObject(bundle[part])) &&
    hashOf(bundle.contract) === bundle.registration.contract;
  if (!isWhole) throw new CityError('service-damaged', { file });
  return bundle as unknown as ServiceBundle;
}

function read(text: string): JsonObject | undefined {
  try {
    return parseStrictJsonObject(text.trimEnd(), MAX_LENGTH);
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
