import { randomId } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { DateField } from '../../forms/DateField.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { useAttempt } from '../../forms/use-attempt.ts';
import { findServiceIn } from '../../server/office.ts';
import { cityQuery } from '../../server/queries.ts';
import type { Service } from '../../server/service.ts';
import { useSession } from '../../session/session.ts';
import { attestMatter } from './attest-matter.ts';
import { ChangeFields } from './ChangeFields.tsx';
import { type ChangeAnswers, changeKinds, changeProblem, changeSent } from './change-answers.ts';
import { HeldLicencePage } from './HeldLicencePage.tsx';
import type { HeldLicence } from './held-licence.ts';
import { keepMatter } from './keep-matter.ts';
import { MatterPathChoice } from './MatterPathChoice.tsx';
import { signByKey } from './sign-by-key.ts';

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
  const empty = { premises: '', residence: '', happenedOn: '', successor: '', path: undefined };
  const { session } = useSession();
  const city = useQuery(cityQuery);
  const [answers, setAnswers] = useState<ChangeAnswers>({ kind: undefined, tradeName, scope, region, ...empty });
  const [named, setNamed] = useState(false);
  const field = changeProblem(answers, held);
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
    const needs = session === undefined || city.data === undefined ? undefined : { city: city.data, session };
    const isKnown = needs !== undefined && service.matterAttesters !== undefined;
    const attestations = isKnown ? await attestMatter({ ...needs, service, held, id, kind: 'change' }) : [];
    const application = { deed: 'licences.apply-change', body: { ...body, ...previous } };
    await signByKey({ kid: stored.kid, id, ...application, sealed, organ, attestations });
    await keepMatter(id, held, body);
    navigate(`/cases/${id}`);
  });
  const problem = sending.attempt === 0 ? undefined : field;
  const problemOf = (name: string) => (problem === name ? t(`change.missing.${name}`) : undefined);
  if (named) return <Notice tone="good" title={t('change.named')} live="status" />;
  return (
    <form noValidate onSubmit={sending.submit(field === undefined && answers.kind !== 'enterprise')}>
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: problem, words: t(`change.missing.${problem}`) }]}
        attempt={sending.attempt}
      />
      <Choices
        id="change-kind"
        legend={t('change.kind')}
        problem={problemOf('change-kind')}
        choices={changeKinds.map((value) => ({
          value,
          label: t(`changeKinds.${value}`),
          hint: t(`changeKindHints.${value}`),
        }))}
        value={answers.kind}
        onChange={(value) => setAnswers({ ...answers, kind: changeKinds.find((one) => one === value) })}
      />
      <ChangeFields answers={answers} change={setAnswers} service={service} problemOf={problemOf} />
      {isAnApplication(answers) && (
        <DateField
          id="change-day"
          label={t('change.day')}
          hint={t('change.dayHint')}
          value={answers.happenedOn}
          onChange={(happenedOn) => setAnswers({ ...answers, happenedOn })}
        />
      )}
      {isAnApplication(answers) && (
        <MatterPathChoice
          path={answers.path}
          problem={problemOf('matter-path')}
          change={(path) => setAnswers({ ...answers, path })}
        />
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

/** Who moves to another district asks the office there (条例 27), and what is sealed is sealed to it. */
function decidingOrgan({ licence }: HeldLicence, service: Service, { kind, region }: ChangeAnswers): string {
  if (kind !== 'premises' || region === '' || region === licence.region) return licence.organ;
  return findServiceIn(service, region)?.organ ?? licence.organ;
}

function isAnApplication({ kind }: ChangeAnswers): boolean {
  return kind !== undefined && kind !== 'operator' && kind !== 'enterprise';
}
