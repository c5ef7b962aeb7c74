import type { JsonObject } from '@minglu/protocol';
import { seal } from '@minglu/sdk';
import type { Particulars } from '../forms/particulars.ts';

/**
 * What is filed beside the public particulars: the operator's residence and the names of a family's members sealed to the organ, and their number, which the
 * contract asks about; the approvals as the applicant gives them, for the organ's officers.
 */
export async function filedWith({ composition, residence = '', approvals = [] }: Particulars, sealingKey: JsonObject) {
  const members = composition?.form === 'family' ? composition.members : [];
  const given = approvals
    .filter(({ number, date }) => number.trim() !== '' && date !== '')
    .map(({ item, number, date, until }) => ({
      ...{ item, number: number.trim(), date },
      ...(until === '' ? {} : { until }),
    }));
  return {
    sealed: {
      ...(members.length === 0 ? {} : { family: await seal(members.join('\n'), sealingKey) }),
      ...(residence.trim() === '' ? {} : { residence: await seal(residence.trim(), sealingKey) }),
    },
    plain: {
      ...(members.length === 0 ? {} : { family: members.length }),
      ...(given.length === 0 ? {} : { approvals: given }),
    },
  };
}
