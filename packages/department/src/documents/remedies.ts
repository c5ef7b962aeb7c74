import type { ContentPart } from './document-content.ts';
import type { DraftContext } from './document-draft.ts';

interface Remedies {
  readonly reconsideration?: { readonly organ?: string; readonly days?: number };
  readonly lawsuit?: { readonly months?: number };
}

/**
 * 救济: 复议机关 by name, days and the channel on the internet (行政复议法 20, 22), and the court (行政诉讼法 46). What is
 * not told lengthens the time to a year (20, third paragraph), so it stands in every act against somebody.
 */
export function remedyParts({ event, settings }: DraftContext): ContentPart[] {
  const remedies = (event.facts.remedies ?? {}) as Remedies;
  const days = remedies.reconsideration?.days ?? 60;
  const months = remedies.lawsuit?.months ?? 6;
  const named = remedies.reconsideration?.organ ?? settings.reconsiderationOrgan;
  const organ = settings.reconsideration[named];
  const where = organ === undefined ? '本级人民政府' : organ.name;
  const channel = organ === undefined ? '' : `，互联网渠道：${organ.channel}`;
  return [
    { kind: 'heading', text: '救济途径' },
    {
      kind: 'list',
      items: [
        `对本决定不服的，可以自知道本决定之日起${days}日内向${where}申请行政复议（《行政复议法》第二十条、第二十四条）${channel}（《行政复议法》第二十二条第二款）。`,
        `也可以自知道本决定之日起${months}个月内依法向有管辖权的人民法院提起行政诉讼（《行政诉讼法》第四十六条）。`,
      ],
    },
  ];
}
