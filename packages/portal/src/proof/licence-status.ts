import type { IconName } from '../design/Icon.tsx';
import type { Tone } from '../design/Tag.tsx';

interface StatusLook {
  readonly tone: Tone;
  readonly icon: IconName;
}

/**
 * Status codes of a licence record, and how each looks. An honest closing is quiet, never the red of a revocation:
 * a shop that closed shown as revoked is a slander. The words stand in the message files under `status`.
 */
const looks: Readonly<Record<string, StatusLook>> = {
  valid: { tone: 'good', icon: 'good' },
  suspended: { tone: 'warn', icon: 'pause' },
  ceased: { tone: 'quiet', icon: 'pause' },
  closed: { tone: 'quiet', icon: 'closed' },
  changed: { tone: 'quiet', icon: 'info' },
  'not-yet': { tone: 'warn', icon: 'info' },
  expired: { tone: 'quiet', icon: 'closed' },
  withdrawn: { tone: 'quiet', icon: 'closed' },
  annulled: { tone: 'bad', icon: 'bad' },
  revoked: { tone: 'bad', icon: 'bad' },
};

export const licenceStatuses = Object.keys(looks);

export function licenceStatusLook(status: string): StatusLook {
  return looks[status] ?? { tone: 'warn', icon: 'unknown' };
}
