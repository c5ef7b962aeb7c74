import type { PublicKey } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { isIdNumber } from '../register/id-number.ts';
import type { Person } from '../register/person.ts';
import { idNumberTerm } from '../search/search-term.ts';
import { checkLetter } from './check-letter.ts';
import { UsedOnce } from './used-once.ts';

/** A document read at another organ's counter: by whom, and whether the person stood there with it. */
export interface CounterReading {
  readonly person: Person;
  /** Thumbprint of the officer's key. */
  readonly officer: string;
  readonly isPresent: boolean;
}

export interface CounterDeskOptions {
  readonly chain: string;
  readonly organisation: string;
  readonly people: readonly Person[];
  clock(): number;
  /** Of a registrar now, from the ledger. */
  keyOf(kid: string, nowMs: number): Promise<PublicKey | undefined>;
}

/** Finds the person of a document that a registrar has before them; the request is signed, fresh, and good for once. */
export class CounterDesk {
  readonly #options: CounterDeskOptions;
  readonly #used = new UsedOnce();
  readonly #byNumber: ReadonlyMap<string, Person>;

  constructor(options: CounterDeskOptions) {
    this.#options = options;
    this.#byNumber = new Map(options.people.map((person) => [person.idNumber, person]));
  }

  /** Throws `letter-*`, `id-number-check`, `person-unknown`. */
  async read(letter: string): Promise<CounterReading> {
    const { chain, organisation, clock, keyOf } = this.#options;
    const nowMs = clock();
    const { kid, payload, nonce } = await checkLetter(letter, {
      ...{ chain, audience: organisation, nowMs },
      keyOf: (asked) => keyOf(asked, nowMs),
    });
    this.#used.take(nonce, nowMs);
    const { idNumber, present } = payload;
    if (typeof idNumber !== 'string' || typeof present !== 'boolean') throw new DepartmentError('letter-malformed');
    const number = idNumberTerm(idNumber).text;
    if (!isIdNumber(number)) throw new DepartmentError('id-number-check');
    const person = this.#byNumber.get(number);
    if (person === undefined) throw new DepartmentError('person-unknown');
    return { person, officer: kid, isPresent: present };
  }
}
