import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { offlineStory } from './offline-story.ts';
import { StartedCity } from './started-city.ts';

// Runs inside the empty namespace, on the archive's Node: `story-process.ts UNPACKED BESIDE`. Ends with whoever started it.
const [unpacked = '', beside = ''] = process.argv.slice(2);
process.stdin.on('end', () => process.exit(1)).resume();
process.on('SIGTERM', () => process.exit(1));
process.on('exit', () => StartedCity.abandonAll());

/** A packet to an address of documentation (RFC 5737): nobody's, and not on this machine. */
const probe = () =>
  new Promise<void>((resolve) => {
    connect({ host: '192.0.2.1', port: 9 }).on('error', () => resolve());
  });

const power = { clock: () => Date.now(), randomBytes: (length: number) => randomBytes(length), probe };
const report = await offlineStory({ unpacked, beside }, power);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(0);
