import { fetchTrust } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import { browserPins } from '../store/browser-pins.ts';
import { api } from './api.ts';

/** Whose signatures count. Remembered by this browser: a server that later hands out other keys is refused. */
export const trustQuery = queryOptions({
  queryKey: ['trust'],
  staleTime: 60_000,
  retry: false,
  queryFn: () => fetchTrust(api, browserPins()),
});
