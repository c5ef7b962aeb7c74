export { launchBrowser } from './browser/browser.ts';
export { Visit } from './browser/visit.ts';
export { type Answers, fillForm, send, shop, signInAs } from './browser/walk.ts';
export { startTown } from './start-town.ts';
export type { Town } from './town.ts';
export type { TownOptions } from './town-options.ts';
