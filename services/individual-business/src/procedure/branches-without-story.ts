import { type BranchId, branches } from './branches.ts';

/** Every branch has its story: a branch without one fails the build. */
export const EVERY_BRANCH_NEEDS_A_STORY: boolean = true;

export function branchesWithoutStory(): BranchId[] {
  return (Object.keys(branches) as BranchId[]).filter((id) => branches[id].story === undefined);
}
