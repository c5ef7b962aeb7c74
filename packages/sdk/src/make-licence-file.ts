import { formatLicenceFile } from '@minglu/protocol';

export interface OperatorDisclosure {
  readonly salt: string;
  readonly value: string;
}

/** The holder's file: the proof anyone can fetch, and the operator's name that only the holder can disclose. */
export const makeLicenceFile = (proofText: string, operator?: OperatorDisclosure): string =>
  formatLicenceFile(operator === undefined ? {} : { operator }, proofText);
