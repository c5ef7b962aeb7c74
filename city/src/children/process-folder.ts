import { type DepartmentId, PROCESSES } from '../seed/organisations.ts';

/** The folder of the process that serves a department; the department's own lies in it, under its id. */
export function processFolder(department: DepartmentId): string {
  const process = PROCESSES.find(({ departments }) => departments.includes(department));
  return `departments-${process?.name ?? department}`;
}
