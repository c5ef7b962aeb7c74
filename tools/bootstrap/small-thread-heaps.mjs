import { setFlagsFromString } from 'node:v8';

// The main thread has its large nursery by now. Threads that start from here on begin with a small one and let it grow as far
// as their `resourceLimits` say: what they make for one batch is garbage before the next, and 40 MB each is for nothing.
setFlagsFromString('--min-semi-space-size=1');
