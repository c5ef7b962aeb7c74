export { type MatterId, matterIds } from './matter-id.ts';
