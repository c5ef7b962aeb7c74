/** Questions that are decided before the ledger's own work goes on. */
const SLICE = 500;

/** Asks each in turn, letting other work in between: whoever looks at what everybody may do holds nobody up. */
export const inSlices = async <Item>(items: Iterable<Item>, ask: (item: Item) => void): Promise<void> => {
  let asked = 0;
  for (const item of items) {
    ask(item);
    asked += 1;
    if (asked % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
};
