const zone = 'Asia/Shanghai';

/** Instants are shown in the city's own time, wherever the reader is: a deadline is a deadline there. */
export function formatTime(instantMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    year: 'numeric',
    month: language.startsWith('zh') ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(instantMs);
}

export function formatDay(instantMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    year: 'numeric',
    month: language.startsWith('zh') ? 'long' : 'short',
    day: 'numeric',
  }).format(instantMs);
}
