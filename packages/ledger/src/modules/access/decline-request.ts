import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import { mayAnswerRequest, requestIsPending } from './request-rules.ts';

/** A request is answered with a no and its code; the asker may ask again. */
export const declineRequest = defineDeed({
  name: 'access.decline',
  since: 4,
  body: { request: transactionId, code: reasonCode },
  sidecar: 'optional',
  rules: [requestIsPending, mayAnswerRequest('access.decline')],
  effect: ({ request, code }, { transaction, timeMs }, draft) => {
    const record = draft.get('access-request', request);
    const answer = { answeredBy: transaction.kid, answeredAt: timeMs, code };
    draft.write('access-request', request, { ...record, status: 'declined', ...answer });
    const { kid, organ } = record;
    return { events: [event('access.declined', { request, kid, organ, code, by: transaction.kid })] };
  },
});
