/** Where a canary is typed into a field: by the walk over every page, wherever it meets the field, or at one path of the router only. */
interface WalkedPlace {
  /** Regular expression over the whole id that the field has in the page. */
  readonly id: string;
  /** A field of this id stands on several pages, and this one is meant. */
  readonly at?: string;
}

/** A field that only a story's own steps bring to the page: the story types a canary there, by this id. */
interface StoryPlace {
  readonly id: string;
  readonly story: string;
}

export type TypingPlace = WalkedPlace | StoryPlace;

/** Components whose field has its id, and so its place, from whoever uses them. */
export const FIELD_COMPONENTS: Readonly<Record<string, string>> = {
  TextField: 'forms/TextField.tsx',
  ScopePicker: 'forms/ScopePicker.tsx',
  PassphraseField: 'keys/PassphraseField.tsx',
  AgentCodeField: 'represent/AgentCodeField.tsx',
  ReadDocument: 'counter/ReadDocument.tsx',
  SealedWords: 'officer/SealedWords.tsx',
};

const walked = (...ids: readonly string[]): readonly WalkedPlace[] => ids.map((id) => ({ id }));
const told = (story: string, ...ids: readonly string[]): readonly StoryPlace[] => ids.map((id) => ({ id, story }));

/** Every component of the portal into which something can be typed, a place a field. A field that is missing here fails the test. */
export const TYPING_PLACES: Readonly<Record<string, readonly TypingPlace[]>> = {
  'accounts/AccountsPage.tsx': walked('accounts-of'),
  'auditor/AnswerFinding.tsx': [{ id: 'answer-.+', at: '/officer/findings' }],
  'auditor/AuditFilters.tsx': walked('audit-case', 'audit-actor'),
  'auditor/FindingForm.tsx': walked('finding-words'),
  'citizen/ScopeAnswer.tsx': walked('answer-scope'),
  'citizen/annulment/AskAnnulmentPage.tsx': walked('annulment-statement'),
  'citizen/form/ChoiceAnswer.tsx': walked('answer-.+-words'),
  // Questions of a service's own form: text, the operator’s name, and activities, which no shipped form asks about.
  'citizen/form/FormInput.tsx': walked('answer-address', 'answer-operator', 'answer-scope'),
  'citizen/form/LicenceAnswer.tsx': walked('answer-licence'),
  'citizen/form/PeopleAnswer.tsx': walked('answer-staff-0-name'),
  'citizen/licence/ChangeFields.tsx': walked(
    ...['change-name', 'change-scope', 'change-premises', 'change-residence', 'change-successor'],
  ),
  'citizen/licence/ClosePage.tsx': walked('close-clearance', 'close-approval'),
  'citizen/licence/FilePage.tsx': walked('file-family', 'file-contact'),
  'citizen/licence/RestPage.tsx': walked('rest-address'),
  'citizen/licence/TakeOverPage.tsx': [
    { id: 'take-over-name', at: '/take-over/:number' },
    { id: 'take-over-clearance', at: '/take-over/:number' },
  ],
  'counter/CounterApplicants.tsx': walked('counter-number', 'counter-agent-number'),
  'counter/FromPaperPage.tsx': [...walked('take-over-id', 'take-over-key'), { id: 'take-over-name', at: '/take-over' }],
  'desk/DeskFilters.tsx': walked('desk-text'),
  'desk/NameSearch.tsx': walked('name-search'),
  'forms/ApprovalFields.tsx': walked('approval-\\d+'),
  'forms/CompositionAnswer.tsx': walked('answer-composition'),
  'forms/NameAnswer.tsx': walked('answer-name'),
  'forms/OperatorAnswer.tsx': walked('answer-operator', 'answer-residence'),
  'forms/PlaceAnswer.tsx': walked('answer-place'),
  // Passkeys are for a domain, and the walk goes to an address in figures.
  'identity/PasskeyRow.tsx': told('passkeys.test.ts', 'rename-'),
  'identity/Passkeys.tsx': told('passkeys.test.ts', 'passkey-name'),
  'inbox/ContactFields.tsx': walked('contact-phone', 'contact-email'),
  'keys/BackupForm.tsx': walked('backup-passphrase', 'backup-again'),
  'keys/BringKey.tsx': walked('key-passphrase'),
  'keys/CaseByNumber.tsx': walked('case-number'),
  'matters/MatterSearch.tsx': walked('matter-query'),
  'officer/AgentsOfCase.tsx': [{ id: 'appoint-code', at: '/officer/cases/:id' }],
  'officer/DecisionReasons.tsx': walked('reason-words'),
  'officer/LicenceDeedForm.tsx': walked('deed-article', 'deed-days', 'deed-name'),
  'officer/ReviewForm.tsx': walked('review-words'),
  // Step by step, and the last of them is another office's.
  'officer/annulment/StepForm.tsx': told(
    'annulment-and-revocation.test.ts',
    ...['step-words', 'step-id-number', 'step-name'],
  ),
  'officer/corrections/AnswerForm.tsx': [{ id: 'words-.+', at: '/officer/corrections' }],
  'own-data/CorrectionFields.tsx': walked('correction-words'),
  'public/NumberSearch.tsx': walked('licence-number'),
  'public/RegisterFilters.tsx': walked('register-name'),
  'public/SignInPage.tsx': walked('people-find'),
  'public/TryForging.tsx': walked('forged-name'),
  'represent/AppointForm.tsx': [{ id: 'appoint-code', at: '/cases/:id/agents' }, ...walked('appoint-name')],
  'rights/AskForRight.tsx': walked('right-words'),
  'rights/DeclareEmergency.tsx': walked('emergency-words'),
  'rights/WhoSeesPage.tsx': walked('who-of'),
  'rights/rules/RuleConditions.tsx': walked('rule-keys'),
  'rights/rules/RuleFields.tsx': walked('rule-hours-from', 'rule-hours-to'),
};

/** Buttons that open a form and send nothing, by their words; `details` and what says `aria-expanded` are opened without being named. */
export const OPENERS = [
  'keys.backup',
  'represent.begin',
  'represent.checkAgent',
  'rights.ask',
  'emergency.begin',
  'takeOver.begin',
] as const;

/** Boxes that open a field when they are ticked. */
export const OPENING_BOXES = 'main #counter-agent';
