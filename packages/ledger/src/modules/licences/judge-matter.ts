import type { ContractDecision } from '../../contract/contract-verdict.ts';
import { overrule } from '../../contract/overrule.ts';
import type { DeedContext } from '../../deed.ts';
import type { CaseBody, CaseMatter } from '../../state/records.ts';
import { mergeFacts } from '../cases/merge-facts.ts';
import { isNameTaken } from '../names/names.ts';

export interface MatterVerdict {
  readonly decision: ContractDecision;
  readonly trace?: string;
}

interface Asked {
  readonly matter: CaseMatter;
  /** The licence as it is to be. */
  readonly body: CaseBody;
  readonly manual: boolean;
}

const BY_A_PERSON: MatterVerdict = { decision: 'propose' };
const NAME_IS_TAKEN = { rule: 'name-is-free', article: '市场主体登记管理条例 第十条', result: false } as const;

/**
 * 当场登记 (市场主体登记管理条例 19): the service's contract is asked about a change or a closing, where the service says that it
 * knows them, and nothing was attested that it could not see. It is told what the ledger itself knows of the licence.
 */
export function judgeMatter({ matter, body, manual }: Asked, context: DeedContext): MatterVerdict {
  const { sidecar, erased, contracts, timeMs, records } = context;
  const licence = records.find('licence', matter.licence);
  const service = records.find('service', licence?.service ?? '');
  if (licence === undefined || service?.matters === undefined) return BY_A_PERSON;
  if (erased !== undefined) return { decision: recordedDecision(context) };
  if (sidecar === undefined) return BY_A_PERSON;
  const isTaken = matter.kind === 'change' && isNameTaken(records, { ...body, case: licence.case });
  const answer = contracts.decide(
    service.contract,
    JSON.stringify({
      service: licence.service,
      version: service.version,
      facts: mergeFacts(sidecar.attestations),
      ledger: {
        'name-is-taken': isTaken,
        'licence-status': licence.status,
        'is-listed': licence.marks?.some(({ mark }) => mark === 'abnormal') ?? false,
        'is-investigated': licence.investigations !== undefined,
      },
      body,
      matter,
      plain: sidecar.plain,
      time: timeMs,
    }),
  );
  const judged = isTaken && answer.decision === 'grant' ? overrule(answer, NAME_IS_TAKEN) : answer;
  return manual
    ? { decision: 'propose', trace: judged.manualTrace }
    : { decision: judged.decision, trace: judged.trace };
}

function recordedDecision({ erased }: DeedContext): ContractDecision {
  const events = erased !== undefined && 'events' in erased ? erased.events : [];
  return events.some(([name]) => name === 'case.granted') ? 'grant' : 'propose';
}
