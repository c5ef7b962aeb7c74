export function hashPortalSources(root: string): string;
