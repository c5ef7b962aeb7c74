import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStrictJson } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { birthDateOf, isIdNumber } from './id-number.ts';
import type { Person } from './person.ts';

/** Far more people than one process should hold; not the length of one message. */
const MAX_REGISTER_LENGTH = 268_435_456;

/** The people a department knows, read once from `register.json` in its own folder; seeded on the first start only. */
export interface Register {
  find(id: string): Person | undefined;
  readonly people: readonly Person[];
}

export async function openRegister(directory: string, seed: readonly Person[]): Promise<Register> {
  const path = join(directory, 'register.json');
  const stored = await readOrUndefined(path);
  if (stored === undefined) await writeRegister(directory, path, seed);
  const people = stored === undefined ? seed : parsePeople(stored);
  for (const person of people) checkPerson(person);
  const byId = new Map(people.map((person) => [person.id, person]));
  return { people, find: (id) => byId.get(id) };
}

function checkPerson(person: Person): void {
  const sound = isIdNumber(person.idNumber) && birthDateOf(person.idNumber) === person.birthDate;
  if (!sound) throw new DepartmentError('id-number-invalid', { person: person.id });
}

function parsePeople(text: string): Person[] {
  let value: unknown;
  try {
    value = parseStrictJson(text, MAX_REGISTER_LENGTH);
  } catch {
    throw new DepartmentError('register-damaged');
  }
  const people = (value as { people?: unknown }).people;
  if (!Array.isArray(people)) throw new DepartmentError('register-damaged');
  return people as Person[];
}

async function readOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeRegister(directory: string, path: string, people: readonly Person[]): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(JSON.stringify({ v: 0, people }));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
