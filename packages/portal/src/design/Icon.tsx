const paths = {
  good: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.4 14.2-4-4 1.5-1.5 2.5 2.5 5.3-5.4 1.5 1.5Z',
  bad: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm4.2 12.7-1.5 1.5L12 13.5l-2.7 2.7-1.5-1.5 2.7-2.7-2.7-2.7 1.5-1.5 2.7 2.7 2.7-2.7 1.5 1.5-2.7 2.7Z',
  warn: 'M12 2.5 1.5 21h21Zm-1 6.5h2v6h-2Zm0 7.5h2v2h-2Z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2Zm0 4h2v6h-2Z',
  pause: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM8.5 8h2.5v8H8.5Zm4.5 0h2.5v8H13Z',
  closed: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM7 11h10v2H7Z',
  unknown:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 14.5h2v2h-2Zm1-11a4 4 0 0 0-4 4h2a2 2 0 1 1 3.2 1.6c-1.2.9-2.2 1.7-2.2 3.9h2c0-1.200.6-1.700 1.500-2.400A4 4 0 0 0 12 5.500Z',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 4.500h2v5.100l3.600 2.100-1 1.700-4.600-2.700Z',
  wait: 'M12 3a9 9 0 1 0 9 9h-2.500A6.500 6.500 0 1 1 12 5.500Z',
  down: 'M11 3h2v9.200l3.300-3.300 1.400 1.400L12 16l-5.700-5.700 1.400-1.400 3.300 3.300ZM4 18h16v2.500H4Z',
  search:
    'M10.500 3a7.500 7.500 0 1 0 4.600 13.400l4.500 4.500 1.500-1.500-4.500-4.500A7.500 7.500 0 0 0 10.500 3Zm0 2.200a5.300 5.300 0 1 1 0 10.600 5.300 5.300 0 0 1 0-10.600Z',
  back: 'M14.700 5.300 8 12l6.700 6.700 1.600-1.600L11.200 12l5.100-5.100Z',
  eye: 'M12 5C6.500 5 2.700 9.300 1.500 12c1.200 2.700 5 7 10.500 7s9.300-4.300 10.500-7C21.300 9.300 17.500 5 12 5Zm0 11.500a4.500 4.500 0 1 1 0-9 4.500 4.500 0 0 1 0 9Zm0-2.300a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400Z',
} as const;

export type IconName = keyof typeof paths;

/** A picture that only repeats the word beside it, so screen readers skip it. */
export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
