import type { TestApi } from './start-test-api.ts';

/** Status and body of what a door says to whoever brings the token, without the number of the question. */
export const askWith = async (
  api: TestApi,
  path: string,
  token?: string,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${api.url}${path}`, { headers });
  const { correlation: _, ...body } = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, body };
};
