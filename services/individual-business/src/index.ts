export type { Application } from './application.ts';
export { articles } from './articles.ts';
export { decide } from './contract.ts';
export { largestApplication, smallestApplication } from './fixtures.ts';
export { individualBusiness } from './individual-business.ts';
export type { MessageKey } from './messages/message-key.ts';
export type { LaterPermit, ScopeItem, ScopeTreatment } from './scope-item.ts';
export { scopeItems } from './scope-items.ts';
export { isPlainTradeName } from './trade-name.ts';
