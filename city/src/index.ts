export { type Application, Citizen, type FiledCase } from './actors/citizen.ts';
export { Officer } from './actors/officer.ts';
export type { Stage } from './actors/stage.ts';
export { ProcessHealth } from './children/process-health.ts';
export { CityError, type CityErrorCode } from './city-error.ts';
export type { CityOptions } from './city-options.ts';
export { identityAccounts } from './identity/identity-accounts.ts';
export { clientAt, newClientKeys, providerAt } from './identity/unified-identity.ts';
export { formatGenesis, parseGenesis } from './platform/genesis-file.ts';
export { openPlatform, type Platform, type PlatformOptions } from './platform/open-platform.ts';
export { shippedContracts } from './platform/shipped-contracts.ts';
export { systemClock } from './platform/system-clock.ts';
export { trustText } from './platform/trust-text.ts';
export { calendarOfThisYear } from './seed/calendar-of-this-year.ts';
export { documentSettings, TIME_STAMP_NAME, TIME_STAMP_WORDS } from './seed/document-settings.ts';
export { type DepartmentIntroduction, foundingTransactions } from './seed/founding.ts';
export { introduceDepartment } from './seed/introduce-department.ts';
export { nameAdministrators } from './seed/name-administrators.ts';
export { nameRecorders, type RecorderGround } from './seed/name-recorders.ts';
export {
  ATTESTERS,
  CHAIN,
  COUNTERS,
  DEPARTMENTS,
  GOVERNMENTS,
  MATTER_ATTESTERS,
  OFFICES,
  PLATFORM_OFFICE,
} from './seed/organisations.ts';
export { REGIONS } from './seed/regions.ts';
export { registrationFiles } from './seed/registration-files.ts';
export { type ServicePlace, serviceRegistration } from './seed/service-registrations.ts';
export { taxFiles } from './seed/tax-files.ts';
export { keepServices } from './services/city-services.ts';
export { checkFolder } from './services/folder/check-folder.ts';
export { type Finding, type FindingCode, findingCodes } from './services/folder/finding.ts';
export {
  type FolderFile,
  type FolderTexts,
  folderFiles,
  readServiceFolder,
} from './services/folder/read-service-folder.ts';
export type {
  FormQuestion,
  SampleApplication,
  ServiceFolder,
  ServiceForm,
  ServiceGuideFile,
  StoryStep,
} from './services/folder/service-folder.ts';
export { portalFilesOf } from './services/portal-files.ts';
export { formatServiceBundle, parseServiceBundle, type ServiceBundle } from './services/service-bundle.ts';
export { shippedServices } from './services/shipped-services.ts';
export { freePort } from './setup/choose-ports.ts';
export { lockCity } from './setup/city-lock.ts';
export { selfSigned } from './setup/self-signed.ts';
export { type RunningCity, startCity } from './start-city.ts';
export { type StartPower, type StartRequest, startHere } from './start-here.ts';
export { demonstrationKeys } from './year/demonstration-keys.ts';
