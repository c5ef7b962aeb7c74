import { lacking } from '@minglu/ledger';
import type { CodedError } from './find-coded-error.ts';

/**
 * “您缺少：XX 权限；可向 XX 申请”: what somebody would have needed, beside the facts of the refusal. It is said of the deed and
 * the organisation that the refusal names and of nothing else, so that nobody learns more than that they were refused.
 */
export const explainRefusal = ({ code, facts }: CodedError): CodedError['facts'] => {
  const { deed, org, rule } = facts;
  if (code !== 'access-denied' || typeof deed !== 'string') return facts;
  const needed = lacking(deed, typeof org === 'string' && org !== '' ? { org } : {});
  // What a rule denies no request gives: denying wins.
  const requestable = needed.isRequestable && rule === undefined;
  return { ...facts, ...(needed.org === undefined ? {} : { org: needed.org }), roles: needed.roles, requestable };
};
