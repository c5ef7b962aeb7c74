const BASE_MS = Date.UTC(2000, 0, 1);

/**
 * The time every file of an archive bears: made from what is inside, so that the same contents have the same one and another
 * version has another. Browsers ask for a page again by its size and time; one time for all versions would let them keep the
 * page of the version before. Always in the year 2000: never in the future, whatever the clock where it is unpacked.
 */
export function timeOf(contentsHash: string): Date {
  return new Date(BASE_MS + Number.parseInt(contentsHash.slice(0, 6), 16) * 1000);
}
