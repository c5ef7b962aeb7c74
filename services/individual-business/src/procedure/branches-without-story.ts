import { type BranchId, branches } from './branches.ts';

/** Flip to true when the last branch has its story: from then on a branch without one fails the build. */
export const EVERY_BRANCH_NEEDS_A_STORY: boolean = false;

export function branchesWithoutStory(): BranchId[] {
  return (Object.keys(branches) as BranchId[]).filter((id) => branches[id].story === undefined);
}
