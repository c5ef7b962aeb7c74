export const STOPPED: number;
export function wantsYear(root: string, rest: readonly string[]): boolean;
export function ensureYear(root: string, node: string, rest: readonly string[]): Promise<boolean>;
