import type { ServiceDefinition } from '@minglu/service-kit';
import { decide } from './contract.ts';
import { contractHash, contractText } from './generated/contract-bundle.ts';
import { earlierContracts } from './generated/earlier-contracts.ts';
import { manifest } from './manifest.ts';
import { en } from './messages/en.ts';
import type { MessageKey } from './messages/message-key.ts';
import { zhCN } from './messages/zh-cn.ts';

export const individualBusiness: ServiceDefinition<MessageKey> = {
  manifest,
  contract: decide,
  contractText,
  contractHash,
  earlierContracts,
  messages: { 'zh-CN': zhCN, en },
};
