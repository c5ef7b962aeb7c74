import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { fetchServices } from './fetch-services.ts';

/** Questions that several pages ask, under one name each. */
export const cityQuery = queryOptions({ queryKey: ['city'], queryFn: () => api.get('/api/city', {}) });

export const servicesQuery = queryOptions({ queryKey: ['services'], staleTime: 60_000, queryFn: fetchServices });
