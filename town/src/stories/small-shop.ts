/** A form filled in so that nothing stands in the way of granting it at once. */
export function smallShop(tradeName = '明州市东城区清风书屋') {
  return {
    service: 'individual-business',
    tradeName,
    scope: ['5243'],
    region: '110101',
    operator: '王秀英',
  };
}
