export type { DepartmentErrorCode, DepartmentFacts } from './department-error.ts';
export { DepartmentError } from './department-error.ts';
export { birthDateOf, idNumberCheck, isIdNumber } from './register/id-number.ts';
export type { Person, RegistrationFile } from './register/person.ts';
export type { DepartmentOptions, RunningDepartment } from './start-department.ts';
export { startDepartment } from './start-department.ts';
