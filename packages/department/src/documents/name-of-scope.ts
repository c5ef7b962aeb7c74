import type { ServiceTexts } from './document-settings.ts';

/** A code the service does not list stays a code. */
export function nameOfScope({ scope }: Pick<ServiceTexts, 'scope'>, code: string): string {
  return scope.find(([one]) => one === code)?.[1] ?? code;
}
