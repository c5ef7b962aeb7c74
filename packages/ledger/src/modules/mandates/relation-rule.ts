import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { MandateForm } from '../../state/access-records.ts';
import { attestationsHold } from '../cases/attestation-rules.ts';
import { mattersAttesters } from '../licences/matter-rules.ts';

interface Appointed {
  readonly case: string;
  readonly agent: string;
  readonly form: MandateForm;
  readonly until: number;
}

/** Facts by which a department says that whoever holds the agent's key is to the holder what the form says. */
const FACT_OF_FORM: Partial<Record<MandateForm, string>> = {
  guardian: 'guardian-is',
  'close-relative': 'close-relative-is',
};

/** Until when it is so, in milliseconds, where that is known: a minor's guardian is none from the eighteenth birthday on (民法典 39). */
const ENDS = 'related-until';

/**
 * A guardian is one by law (民法典 27, 28), a close relative by birth or marriage (1045): neither becomes it by the holder's
 * word, which somebody may have pressed out of him. The register's keeper says so, of this key and for this appointment.
 */
export function relationIsAttested(
  { case: id, agent, form, until }: Appointed,
  context: DeedContext,
): Refusal | undefined {
  const { records, sidecar, erased } = context;
  const record = records.find('case', id);
  if (erased !== undefined || record === undefined) return undefined;
  const fact = FACT_OF_FORM[form];
  if (fact !== undefined) {
    const said = sidecar?.attestations.find(({ statement }) => statement.facts[fact] === agent)?.statement.facts;
    if (said === undefined) return refuse('relation-not-attested', { form });
    const end = said[ENDS];
    if (typeof end === 'number' && until > end) return refuse('relation-ends-before', { until: end });
  }
  return attestationsHold(record.service, context, mattersAttesters(record.licence ?? '', context));
}
