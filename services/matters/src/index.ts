export { findGuide } from './find-guide.ts';
export type { Basis, Duty, Guide, Material, StatutoryTime } from './guide.ts';
export type { Audience, Matter, MatterKind, Theme } from './matter.ts';
export { createMatterFinder } from './matter-finder.ts';
export { type MatterId, matterIds } from './matter-id.ts';
export { findMatter, getMatter, matters } from './matters.ts';
export { type OrganId, organs } from './organs.ts';
