export { type MailServer, startMailServer } from './mail-server.ts';
export { GATEWAY_KEY, type SmsGateway, startSmsGateway } from './sms-gateway.ts';
