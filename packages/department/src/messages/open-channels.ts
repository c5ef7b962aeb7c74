import type { Channel } from './channel.ts';
import type { EmailOptions } from './email-channel.ts';
import type { ChannelName } from './message.ts';
import { type SmsOptions, smsChannel } from './sms-channel.ts';

/** What a department has to send with; a demonstration has neither. */
export interface MessageChannels {
  readonly email?: EmailOptions;
  readonly sms?: SmsOptions;
}

export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>;

/** What speaks SMTP is loaded where there is a mail server. */
export async function openChannels({ email, sms }: MessageChannels, clock: () => number): Promise<Channels> {
  const { emailChannel } = email === undefined ? {} : await import('./email-channel.ts');
  return {
    ...(email === undefined || emailChannel === undefined ? {} : { email: emailChannel(email) }),
    ...(sms === undefined ? {} : { sms: smsChannel(sms, clock) }),
  };
}
