import type { Branch } from './branch.ts';
import { changeBranches } from './change-branches.ts';
import { endingBranches } from './ending-branches.ts';
import { registrationBranches } from './registration-branches.ts';

const all = { ...registrationBranches, ...changeBranches, ...endingBranches } as const;

export type BranchId = keyof typeof all;

/** Every way the statute lets a matter of an individual business go, by id. */
export const branches: Readonly<Record<BranchId, Branch>> = all;
