/** How many of `members` are more than two thirds of them: two such sets always share an honest one while fewer than a third lie. */
export function quorumOf(members: number): number {
  return Math.floor((members * 2) / 3) + 1;
}
