import type { api } from '../server/api.ts';

/** Who acts for whom, as both sides read it. */
export type Mandate = Awaited<ReturnType<typeof api.get<'/api/mandates'>>>['mandates'][number];
