import { barrels } from './rules/barrels.ts';
import { cycles } from './rules/cycles.ts';
import { direction } from './rules/direction.ts';
import { names } from './rules/names.ts';
import { purity } from './rules/purity.ts';
import { services } from './rules/services.ts';
import { sizes } from './rules/sizes.ts';
import { trail } from './rules/trail.ts';
import type { Rule } from './source-file.ts';

/** Every rule of the house; each is made to fail once in `rules.test.ts`. */
export const RULES: readonly Rule[] = [direction, cycles, barrels, purity, sizes, names, services, trail];
