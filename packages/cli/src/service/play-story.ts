import type { Finding, SampleApplication, ServiceFolder, StoryStep } from '@minglu/city';
import { isRefused, type Outcome } from '@minglu/protocol';
import { openSandbox } from '@minglu/sandbox';
import { borrowedContracts, borrowedServices, borrowLicences } from './borrow-licences.ts';
import type { BuiltContract } from './build-contract.ts';
import { plainOf, submissionBody, withNumbers } from './contract-input.ts';
import { MemoryLedger, type PaperDeed } from './memory-ledger.ts';
import { registrationOf } from './service-registration.ts';

const FILE = 'story.json';
const ENDS: Readonly<Record<string, string>> = {
  granted: 'case.granted',
  pending: 'case.pending',
  refused: 'case.refused',
};

/** Plays the story on a ledger in memory, with the contract in the sandbox; fixtures are filed too. */
export async function playStory(folder: ServiceFolder, contract: BuiltContract): Promise<Finding[]> {
  const contracts = new Map([[contract.hash, contract.text], ...borrowedContracts()]);
  const ledger = new MemoryLedger(openSandbox({ contracts }));
  const registered = await ledger.send(...founding(ledger, folder, contract));
  const refused = registered.map((outcome) => refusalOf(outcome)).find((refusal) => refusal !== undefined);
  if (refused !== undefined) return [{ code: 'story-refused', file: 'service.json', at: '', facts: refused }];
  const findings: Finding[] = [];
  for (const name of ['smallest', 'largest'] as const) {
    const sample = folder.fixtures[name];
    const word = `fixture ${name}`;
    const numbers = await borrowLicences(ledger, folder.manifest, { word, licences: sample.licences });
    const [outcome] = await ledger.send(application(ledger, { folder, word, ...sample, numbers }));
    const problem = refusalOf(outcome);
    if (problem !== undefined) findings.push({ code: 'sample-unfit', file: 'fixtures.json', at: name, facts: problem });
  }
  if (findings.length > 0) return findings;
  for (const [index, step] of folder.story.steps.entries()) {
    const [outcome] = await ledger.send(await deedOf(ledger, folder, step));
    const at = `steps[${index}]`;
    const problem = refusalOf(outcome);
    if (problem !== undefined) findings.push({ code: 'story-refused', file: FILE, at, facts: problem });
    else if (!namesOf(outcome).includes(ENDS[step.result] ?? '')) {
      const ended = namesOf(outcome).join(', ');
      findings.push({ code: 'story-outcome', file: FILE, at, facts: { wanted: step.result, ended } });
    }
  }
  return findings;
}

function founding(ledger: MemoryLedger, { manifest }: ServiceFolder, contract: BuiltContract): PaperDeed[] {
  const organisation = (id: string, more: object = {}): PaperDeed => ({
    by: 'founder',
    deed: 'organisations.register',
    body: { id, name: id, kind: 'department', ...more },
  });
  const officer = (org: string, word: string, role: string): PaperDeed[] => [
    { by: 'founder', deed: 'keys.register', body: { org, jwk: ledger.jwkOf(word) } },
    { by: 'founder', deed: 'roles.grant', body: { org, kid: ledger.kidOf(word), role } },
  ];
  const body = registrationOf(manifest, contract.hash, { organ: 'organ', attesters: ['attester'] });
  return [
    organisation('government'),
    organisation('organ', { parent: 'government' }),
    organisation('attester', { parent: 'government' }),
    ...officer('organ', 'officer', 'registrar'),
    ...officer('attester', 'attester', 'attester'),
    { by: 'founder', deed: 'services.register', body },
    ...borrowedServices(manifest),
  ];
}

async function deedOf(ledger: MemoryLedger, folder: ServiceFolder, step: StoryStep): Promise<PaperDeed> {
  if (step.act === 'apply') {
    const { case: word, manual } = step;
    const like = folder.fixtures[step.like];
    const answers = { ...like.answers, ...step.answers };
    const { facts = like.facts, licences = like.licences, counts = like.counts, papers = like.papers } = step;
    const numbers = await borrowLicences(ledger, folder.manifest, { word, licences });
    const beside = { ...(counts === undefined ? {} : { counts }), ...(papers === undefined ? {} : { papers }) };
    return application(ledger, { folder, word, facts, answers, numbers, manual: manual === true, ...beside });
  }
  const { decision } = step;
  const reason = step.decision === 'refuse' ? { reason: step.reason } : {};
  const body = { case: ledger.idOf(step.case), decision, ...reason };
  const deed = { by: 'officer', deed: 'cases.decide', body };
  return decision === 'grant' ? deed : { ...deed, sealed: { reason: 'aa..bb.cc.dd' } };
}

interface Applying extends Pick<SampleApplication, 'counts' | 'papers'> {
  readonly numbers: Readonly<Record<string, string>>;
  readonly folder: ServiceFolder;
  readonly word: string;
  readonly facts: NonNullable<PaperDeed['attested']>;
  readonly answers: ServiceFolder['fixtures']['smallest']['answers'];
  readonly manual?: boolean;
}

function application(ledger: MemoryLedger, applying: Applying): PaperDeed {
  const { folder, word, facts, answers, numbers, manual = false } = applying;
  const body = submissionBody(folder.manifest.id, withNumbers(answers, numbers), manual);
  return { by: word, deed: 'cases.submit', id: ledger.idOf(word), body, attested: facts, plain: plainOf(applying) };
}

function refusalOf(outcome: Outcome | undefined): Record<string, string> | undefined {
  if (outcome === undefined || !isRefused(outcome)) return undefined;
  return { code: outcome.refused, facts: JSON.stringify(outcome.facts) };
}

function namesOf(outcome: Outcome | undefined): string[] {
  return outcome === undefined || isRefused(outcome) ? [] : outcome.events.map(([name]) => name);
}
