import { randomId } from '@minglu/sdk';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { DateField } from '../../forms/DateField.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { tellMissing } from '../../forms/tell-missing.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { findServiceIn } from '../../server/office.ts';
import type { Service } from '../../server/service.ts';
import type { StoredCase } from '../../store/case-store.ts';
import { ChangeFields } from './ChangeFields.tsx';
import { type ChangeAnswers, changeKinds, changeProblem, changeSent } from './change-answers.ts';
import { HeldLicencePage } from './HeldLicencePage.tsx';
import type { HeldLicence } from './held-licence.ts';
import { keepMatter } from './keep-matter.ts';
import { MatterPathChoice } from './MatterPathChoice.tsx';
import { signByKey } from './sign-by-key.ts';
import { useAttestedMatter } from './use-attested-matter.ts';

/** 变更登记 (条例 24): one thing at a time, at once where the rules can see it whole, else by an officer under the statute's clock. */
export function ChangePage() {
  return (
    <HeldLicencePage title="licenceDesk.change">
      {({ held, service }) => <ChangeForm held={held} service={service} />}
    </HeldLicencePage>
  );
}

function ChangeForm({ held, service }: { readonly held: HeldLicence; readonly service: Service }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { number, stored, licence } = held;
  const { tradeName, scope, region } = licence;
  const empty = { premises: '', residence: '', happenedOn: '', successor: '', path: usualPath(stored) };
  const attest = useAttestedMatter(held, service);
  const [answers, setAnswers] = useState<ChangeAnswers>({ kind: undefined, tradeName, scope, region, ...empty });
  const [named, setNamed] = useState(false);
  const missing = [changeProblem(answers, held) ?? []].flat();
  const sending = useAttempt(async () => {
    if (answers.kind === 'operator') {
      const kid = answers.successor.trim();
      await signByKey({ kid: stored.kid, deed: 'licences.hand-over', body: { number, kid } });
      setNamed(true);
      return;
    }
    const { body, sealed } = changeSent(answers, held);
    const anew = query.get('anew');
    const previous = anew === null ? {} : { previous: anew };
    const id = randomId();
    const organ = decidingOrgan(held, service, answers);
    const attested = await attest({ kind: 'change', id, organ });
    const application = { deed: 'licences.apply-change', body: { ...body, ...previous } };
    await signByKey({ kid: stored.kid, id, ...application, sealed, organ, ...attested });
    await keepMatter(id, held, body);
    navigate(`/cases/${id}`);
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`change.missing.${field}`));
  if (named) return <Notice tone="good" title={t('change.named')} live="status" />;
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0 && answers.kind !== 'enterprise')}>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id="change-kind"
        legend={t('change.kind')}
        problem={problemOf('change-kind')}
        choices={kindsFor(stored).map((value) => ({
          value,
          label: t(`changeKinds.${value}`),
          hint: t(`changeKindHints.${value}`),
        }))}
        value={answers.kind}
        onChange={(value) => setAnswers({ ...answers, kind: changeKinds.find((one) => one === value) })}
      />
      <ChangeFields answers={answers} change={setAnswers} service={service} problemOf={problemOf} />
      {isAnApplication(answers) && (
        <HowAndWhen answers={answers} change={setAnswers} problemOf={problemOf} stored={stored} />
      )}
      {sending.error !== undefined && <Failure error={sending.error} />}
      {answers.kind !== 'enterprise' && (
        <div className="actions">
          <button type="submit" className="button" disabled={sending.busy}>
            {t(answers.kind === 'operator' ? 'change.name' : 'change.go')}
          </button>
        </div>
      )}
    </form>
  );
}

interface HowAndWhenProps {
  readonly answers: ChangeAnswers;
  readonly change: (answers: ChangeAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
  readonly stored: StoredCase;
}

/** What is asked whatever changes: since when it is so, and who decides. */
function HowAndWhen({ answers, change, problemOf, stored }: HowAndWhenProps) {
  const { t } = useTranslation();
  return (
    <>
      <DateField
        id="change-day"
        label={t('change.day')}
        hint={t('change.dayHint')}
        value={answers.happenedOn}
        onChange={(happenedOn) => change({ ...answers, happenedOn })}
      />
      {stored.represented === undefined && (
        <MatterPathChoice
          path={answers.path}
          problem={problemOf('matter-path')}
          change={(path) => change({ ...answers, path })}
        />
      )}
    </>
  );
}

/** What an agent files goes to a person, whatever he picks: a program cannot see the holder. */
function usualPath({ represented }: StoredCase): 'manual' | undefined {
  return represented === undefined ? undefined : 'manual';
}

/** Nobody gives away what he only looks after. */
function kindsFor({ represented }: StoredCase): readonly (typeof changeKinds)[number][] {
  return represented === undefined ? changeKinds : changeKinds.filter((kind) => kind !== 'operator');
}

/** Who moves to another district asks the office there (条例 27), and what is sealed is sealed to it. */
function decidingOrgan({ licence }: HeldLicence, service: Service, { kind, region }: ChangeAnswers): string {
  if (kind !== 'premises' || region === '' || region === licence.region) return licence.organ;
  return findServiceIn(service, region)?.organ ?? licence.organ;
}

function isAnApplication({ kind }: ChangeAnswers): boolean {
  return kind !== undefined && kind !== 'operator' && kind !== 'enterprise';
}
