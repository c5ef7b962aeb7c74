import { useEffect, useRef, useState } from 'react';
import { localRecord } from '../store/local-record.ts';

/** What the printer at this counter holds: an 80 mm roll, or sheets of A5. */
export const papers = ['roll', 'sheet'] as const;
export type Paper = (typeof papers)[number];

const kept = localRecord('minglu.counter.paper', (raw) => papers.find((one) => one === raw));

const MM_PER_PIXEL = 25.4 / 96;
const ROLL_MARGIN_MM = 4;

/**
 * The paper of this machine's printer, and the page that fits what is to be printed: a roll has no length of its own, so
 * the page is as long as the slip, or a printer that cuts by pages would cut through it, or feed a hand's breadth of nothing.
 */
export function usePaper() {
  const [paper, setPaper] = useState<Paper>(() => kept.read() ?? 'roll');
  const slip = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = slip.current;
    if (element === null) return;
    const sheet = new CSSStyleSheet();
    const fit = () => sheet.replaceSync(pageRule(paper, element.scrollHeight));
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    fit();
    document.adoptedStyleSheets.push(sheet);
    return () => {
      watch.disconnect();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [paper]);
  return {
    paper,
    slip,
    choose: (next: Paper) => {
      kept.write(next);
      setPaper(next);
    },
  };
}

/** @param heightPx of the slip as the screen shows it, which is as wide as the paper */
export function pageRule(paper: Paper, heightPx: number): string {
  if (paper === 'sheet') return '@page slip { size: A5; margin: 8mm }';
  const heightMm = Math.ceil(heightPx * MM_PER_PIXEL) + 2 * ROLL_MARGIN_MM + 1;
  return `@page slip { size: 80mm ${heightMm}mm; margin: ${ROLL_MARGIN_MM}mm }`;
}
