import type { LedgerNode } from '@minglu/node';

/** A node of which some methods are a test's own; all others are the real one's. */
export const replaceMethods = (node: LedgerNode, own: Partial<LedgerNode>): LedgerNode =>
  new Proxy(node, {
    get: (target, name) => {
      if (Object.hasOwn(own, name)) return own[name as keyof LedgerNode];
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
