import { fetchTrust } from '@minglu/sdk';
import { api } from '../server/api.ts';
import { browserPins } from '../store/browser-pins.ts';
import { watchHistory } from './watch-history.ts';

/** The background look of every visit. */
export async function lookAtHistory(): Promise<void> {
  await watchHistory(await fetchTrust(api, browserPins()));
}
