import type { Channel } from './channel.ts';
import { type EmailOptions, emailChannel } from './email-channel.ts';
import type { ChannelName } from './message.ts';
import { type SmsOptions, smsChannel } from './sms-channel.ts';

/** What a department has to send with; a demonstration has neither. */
export interface MessageChannels {
  readonly email?: EmailOptions;
  readonly sms?: SmsOptions;
}

export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>;

export function openChannels({ email, sms }: MessageChannels, clock: () => number): Channels {
  return {
    ...(email === undefined ? {} : { email: emailChannel(email) }),
    ...(sms === undefined ? {} : { sms: smsChannel(sms, clock) }),
  };
}
