/** Words by which one speaks to an office: where one stands, less else must be explained. */
const INTENT =
  /办证|办理|申请|申报|手续|登记|证明|许可|执照|批|备案|审批|补贴|救助|报销|领|补办|过户|注销|什么证|啥证|多少补|证丢|到期|要办|怎么办|有钱拿|政府|国家/;

/** Words by which one asks to be paid. */
const MONEY = /领多少|补多少|发多少|多少补|报多少|领钱|有钱|给钱|能领|能拿|补贴|津贴|money|paid|allowance/;

export function asksForMoney(query: string): boolean {
  return MONEY.test(query);
}

export function speaksToAnOffice(query: string): boolean {
  return INTENT.test(query);
}
