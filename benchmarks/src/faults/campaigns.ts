import type { Campaign } from './campaign.ts';
import { crashes } from './crashes.ts';
import { files } from './files.ts';
import { kills } from './kills.ts';
import { powercut } from './powercut.ts';

/** Every campaign by the name `npm run faults -- <name>` gives it. */
export const CAMPAIGNS: Readonly<Record<string, Campaign>> = { crashes, kills, files, powercut };
