import type { Campaign } from './campaign.ts';
import { crashes } from './crashes.ts';
import { files } from './files.ts';
import { flips } from './flips.ts';
import { forgeries } from './forgeries.ts';
import { kills } from './kills.ts';
import { powercut } from './powercut.ts';
import { requests } from './requests.ts';
import { histories, night, planted } from './stories.ts';
import { vault } from './vault.ts';
import { vaultCuts } from './vault-cuts.ts';

/** Every campaign by the name `npm run faults -- <name>` gives it. */
export const CAMPAIGNS: Readonly<Record<string, Campaign>> = {
  crashes,
  kills,
  files,
  powercut,
  flips,
  vault,
  'vault-cuts': vaultCuts,
  forgeries,
  requests,
  histories,
  planted,
  night,
};
