import type { JsonObject } from '@minglu/protocol';
import { readOfficeWords } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';
import { textMember } from '../http/read-body.ts';
import type { Handler } from '../http/serve.ts';
import type { CaseCounter } from '../proof/case-counter.ts';
import type { Person } from '../register/person.ts';
import type { CaseWords } from './case-words.ts';

const CASE = /^[\w-]{21}[AQgw]$/;
const CODE = /^[a-z][a-z0-9-]{0,63}$/;
const JWE = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

export interface WordDesk {
  readonly words: CaseWords;
  readonly counter: CaseCounter;
  /** Throws unless the body's token is one of this department's officers. */
  officerOf(body: JsonObject): Person;
  /** Thumbprint of the officer's registered key. */
  keyOf(officer: Person): string | undefined;
  pause(): Promise<void>;
  /** Opens what is sealed to this department. Throws `not-for-us`. */
  openSealed(jwe: string): Promise<string>;
}

/**
 * `POST /open` `{"token","opening","case","field","purpose"}` → `{"text"}`; `POST /masked` `{"token","opening","case"}` → `{"masked"}`
 * by the envelopes' names; `POST /office-words` `{"token","sealed"}` → `{"text"}`, of a request or an emergency alone; `POST /words` `{"proof"}` of purpose `words.read` → `{"words"}`: the applicant's own copy.
 */
export function wordRoutes({ words, counter, officerOf, keyOf, pause, openSealed }: WordDesk): Record<string, Handler> {
  return {
    'POST /open': async (body) => {
      const officer = officerOf(body);
      const asked = {
        opening: textMember(body, 'opening', CASE),
        case: textMember(body, 'case', CASE),
        field: textMember(body, 'field', CODE),
        purpose: textMember(body, 'purpose', CODE),
      };
      await pause();
      return { text: await words.open(keyOf(officer), asked) };
    },
    'POST /masked': async (body) => {
      const officer = officerOf(body);
      const asked = { opening: textMember(body, 'opening', CASE), case: textMember(body, 'case', CASE) };
      await pause();
      return { masked: await words.masked(keyOf(officer), asked) };
    },
    'POST /office-words': async (body) => {
      officerOf(body);
      const sealed = textMember(body, 'sealed', JWE);
      await pause();
      const text = readOfficeWords(await openSealed(sealed));
      // Of a case, perhaps: those are opened by their own road, which leaves its line for whoever they are about.
      if (text === undefined) throw new DepartmentError('not-for-us');
      return { text };
    },
    'POST /words': async ({ proof }) => {
      const { note } = await counter.prove(proof, 'words.read');
      return { words: await words.all(note.id) };
    },
  };
}
