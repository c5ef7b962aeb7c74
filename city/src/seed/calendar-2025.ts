import type { JsonObject } from '@minglu/protocol';

/**
 * 国务院办公厅关于2025年部分节假日安排的通知, as days off and weekends worked. The dates are those of the notice, taken from
 * holiday-cn (github.com/NateScarlet/holiday-cn, MIT).
 */
export const calendar2025: JsonObject = {
  region: '000000',
  year: 2025,
  off: [
    '2025-01-01',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-02-01',
    '2025-02-02',
    '2025-02-03',
    '2025-02-04',
    '2025-04-04',
    '2025-04-05',
    '2025-04-06',
    '2025-05-01',
    '2025-05-02',
    '2025-05-03',
    '2025-05-04',
    '2025-05-05',
    '2025-05-31',
    '2025-06-01',
    '2025-06-02',
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-04',
    '2025-10-05',
    '2025-10-06',
    '2025-10-07',
    '2025-10-08',
  ],
  worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  source: {
    notice: '国办发明电〔2024〕12号',
    date: '2024-11-12',
    url: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  },
};
