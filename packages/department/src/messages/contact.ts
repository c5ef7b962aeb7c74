import type { JsonObject } from '@minglu/protocol';
import { looksMasked } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';

export type MessageLanguage = 'zh-CN' | 'en';

/** Where a person wants to hear of one case. It lies in the deciding organ's folder and nowhere on the platform. */
export interface Contact {
  readonly phone?: string;
  readonly email?: string;
  readonly language: MessageLanguage;
  /** 同意电子送达: documents may be served at this address and in the inbox. */
  readonly electronicService: boolean;
  /** The browser's clock at which it was signed: an older proof never replaces a newer one. */
  readonly at: number;
}

/** A mobile number of the mainland, or one with its country: applicants may come from Hong Kong, Macau and Taiwan. */
const PHONE = /^(?:1[3-9]\d{9}|\+[1-9]\d{6,14})$/;
/** ASCII, one @, nothing that could end a header or add a second address. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** Reads what the holder signed: `{"phone"?,"email"?,"language","electronicService"}`. Throws `contact-invalid` with the member, never its value. */
export function parseContact(content: JsonObject, at: number): Contact {
  const { phone, email, language, electronicService, ...more } = content;
  if (Object.keys(more).length > 0) throw invalid('more');
  for (const [member, value] of Object.entries({ phone, email }))
    if (typeof value === 'string' && looksMasked(value)) throw new DepartmentError('masked-value', { member });
  if (phone !== undefined && (typeof phone !== 'string' || !PHONE.test(phone))) throw invalid('phone');
  if (email !== undefined && (typeof email !== 'string' || !EMAIL.test(email))) throw invalid('email');
  if (language !== 'zh-CN' && language !== 'en') throw invalid('language');
  if (typeof electronicService !== 'boolean') throw invalid('electronicService');
  return {
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    language,
    electronicService,
    at,
  };
}

function invalid(member: string): DepartmentError {
  return new DepartmentError('contact-invalid', { member });
}
