import type { api } from './api.ts';

/** Answer of `GET /api/city`. */
export type City = Awaited<ReturnType<typeof api.get<'/api/city'>>>;

/** A department's own process, which pages call directly: the platform never sees what is asked there. */
export type CityDepartment = City['departments'][number];
