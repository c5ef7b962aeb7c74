/** A form filled in so that nothing stands in the way of granting it at once. */
export function smallShop(tradeName = nextName()) {
  return {
    service: 'individual-business',
    tradeName,
    scope: ['5243'],
    region: '990101',
    operator: '王秀英',
  };
}

let shops = 0;

/** Nobody gets a name that another shop of the district has. */
function nextName(): string {
  shops += 1;
  return `明州市东湖区清风${[...String(shops)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}号书屋`;
}
