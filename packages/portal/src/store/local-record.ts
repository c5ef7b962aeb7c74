/** A named strict value kept by this browser. `read` gives undefined when nothing readable is there, also when storage is forbidden. */
export interface LocalRecord<Value> {
  read(): Value | undefined;
  write(value: Value): boolean;
  clear(): void;
}

/** The part of the browser's storage that records need; tests hand in a map. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What stands in storage may be old, damaged or edited by hand: `parse` decides whether it is still a value. */
export function localRecord<Value>(
  key: string,
  parse: (raw: unknown) => Value | undefined,
  storage: () => TextStorage = () => localStorage,
): LocalRecord<Value> {
  return {
    read() {
      try {
        const text = storage().getItem(key);
        return text === null ? undefined : parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        storage().setItem(key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        storage().removeItem(key);
      } catch {
        // Storage forbidden by the browser: there is nothing to clear.
      }
    },
  };
}
