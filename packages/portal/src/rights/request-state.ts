import type { Tone } from '../design/Tag.tsx';
import type { RightRequest } from './requests-query.ts';

export type RequestState = 'pending' | 'approved' | 'over' | 'declined' | 'lapsed';

export const requestTones: Readonly<Record<RequestState, Tone>> = {
  pending: 'warn',
  approved: 'good',
  over: 'quiet',
  declined: 'bad',
  lapsed: 'quiet',
};

/** A right that was given is over by itself: nothing on the chain says so but the time. */
export function requestState({ status, given }: RightRequest, nowMs: number): RequestState {
  if (status === 'approved') return given !== undefined && given <= nowMs ? 'over' : 'approved';
  return status === 'declined' || status === 'lapsed' ? status : 'pending';
}
