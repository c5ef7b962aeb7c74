export type { DepartmentErrorCode, DepartmentFacts } from './department-error.ts';
export { DepartmentError } from './department-error.ts';
export type { CodeWords, DocumentSettings, ServiceTexts } from './documents/document-settings.ts';
export type { CaseEvent, CaseListener, CaseNote, CauseOfEvent } from './follow/case-event.ts';
export { woffToSfnt } from './pdf/woff-to-sfnt.ts';
export { birthDateOf, idNumberCheck, isIdNumber } from './register/id-number.ts';
export type { Person } from './register/person.ts';
export type { DepartmentOptions, PlatformAddress, RunningDepartment } from './start-department.ts';
export { startDepartment } from './start-department.ts';
