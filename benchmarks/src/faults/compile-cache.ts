import { join } from 'node:path';

/**
 * Surroundings under which Node keeps the compiled code of a process that ends by itself, for those started after it:
 * campaigns start one program a thousand times, and half a second each goes into compiling it.
 */
export function compileCache(directory: string): NodeJS.ProcessEnv {
  return { NODE_COMPILE_CACHE: join(directory, 'minglu-faults-compiled') };
}
