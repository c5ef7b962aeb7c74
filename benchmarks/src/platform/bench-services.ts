import { serviceRegistration } from '@minglu/city';
import { individualBusiness } from '@minglu/individual-business';
import type { JsonObject } from '@minglu/protocol';
import { ATTESTERS, ORGAN } from './bench-identity.ts';

export const services: readonly JsonObject[] = [
  serviceRegistration(individualBusiness, { organ: ORGAN, attesters: ATTESTERS }),
];
