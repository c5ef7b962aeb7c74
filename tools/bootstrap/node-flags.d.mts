export function nodeFlags(): string[];
