import { readOfficeWords } from '@minglu/sdk';
import type { OfficerDesk } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import { textMember } from '../http/read-body.ts';
import type { Handler } from '../http/serve.ts';
import type { CaseCounter } from '../proof/case-counter.ts';
import type { CaseWords } from './case-words.ts';

const CASE = /^[\w-]{21}[AQgw]$/;
const CODE = /^[a-z][a-z0-9-]{0,63}$/;
const JWE = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

export interface WordDesk {
  readonly words: CaseWords;
  readonly counter: CaseCounter;
  readonly officers: OfficerDesk;
  pause(): Promise<void>;
  /** Opens what is sealed to this department. Throws `not-for-us`. */
  openSealed(jwe: string): Promise<string>;
}

/**
 * Instead of the token, `{"letter"}` of an officer of another organ, with the rest in it (`signOfficerLetter`), at the first two.
 * `POST /open` `{"token","opening","case","field","purpose"}` → `{"text"}`; `POST /masked` `{"token","opening","case"}` → `{"masked"}`
 * by the envelopes' names; `POST /office-words` `{"token","sealed"}` → `{"text"}`, of a request or an emergency alone; `POST /words` `{"proof"}` of purpose `words.read` → `{"words"}`: the applicant's own copy.
 */
export function wordRoutes({ words, counter, officers, pause, openSealed }: WordDesk): Record<string, Handler> {
  return {
    'POST /open': async (body) => {
      const { kid, asked: said } = await officers.officerOf(body, '/open');
      const asked = {
        opening: textMember(said, 'opening', CASE),
        case: textMember(said, 'case', CASE),
        field: textMember(said, 'field', CODE),
        purpose: textMember(said, 'purpose', CODE),
      };
      await pause();
      return { text: await words.open(kid, asked) };
    },
    'POST /masked': async (body) => {
      const { kid, asked: said } = await officers.officerOf(body, '/masked');
      const asked = { opening: textMember(said, 'opening', CASE), case: textMember(said, 'case', CASE) };
      await pause();
      return { masked: await words.masked(kid, asked) };
    },
    'POST /office-words': async (body) => {
      const officer = await officers.officerOf(body, '/office-words');
      // Whoever answers a request, or judges what was opened in an emergency, reads why; a head may do both.
      await officers.allowed(officer, { deed: 'access.approve' });
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
