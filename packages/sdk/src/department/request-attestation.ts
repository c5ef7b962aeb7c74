import type { JsonObject } from '@minglu/protocol';
import type { HttpOptions } from '../client/http.ts';
import { type AttestationRequest, DepartmentClient } from './department-client.ts';

/** Asks one department for one attestation. */
export const requestAttestation = (
  departmentUrl: string,
  attestation: AttestationRequest,
  options: HttpOptions = {},
): Promise<JsonObject> => new DepartmentClient(departmentUrl, options).attest(attestation);
