// Prepares submissions in a process of its own, so that a million of them take two cores and no memory of whoever asks.
import { writeSubmissions } from './submission-files.ts';

const [path = '', count = '0'] = process.argv.slice(2);
await writeSubmissions(path, Number(count));
