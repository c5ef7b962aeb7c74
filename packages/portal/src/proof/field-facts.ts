import type { Fact } from '../design/Facts.tsx';
import { findServiceWords, type Service } from '../server/service.ts';

/** Public fields of a service's own, in its own words; a choice by its words, and a field without any by its value. */
export function fieldFacts(
  fields: Readonly<Record<string, string | number>> | undefined,
  service: Service | undefined,
  language: string,
): readonly Fact[] {
  return Object.entries(fields ?? {}).map(([name, value]) => ({
    label: findServiceWords(service, `particular.${name}`, language) ?? name,
    value: findServiceWords(service, `choice.${name}.${value}`, language) ?? String(value),
  }));
}
