import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { CaseDocuments } from '../../documents/CaseDocuments.tsx';
import { holderDoor } from '../../documents/open-document-door.ts';
import { Choices } from '../../forms/Choices.tsx';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { type AnnulmentRecord, type FoundAnnulment, fetchAnnulment } from '../../server/annulment.ts';
import { api } from '../../server/api.ts';
import { findCase } from '../../store/case-store.ts';
import { mayAct } from '../../store/may-act.ts';
import { CaseHistory } from '../CaseHistory.tsx';
import { signByKey } from '../licence/sign-by-key.ts';
import { AnnulmentFacts } from './AnnulmentFacts.tsx';
import { findAnnulmentKey } from './own-annulments.ts';

interface Party {
  readonly kid: string;
  readonly isShop: boolean;
}

/** 撤销登记, as anybody sees it; whoever asked, and the shop itself, can do something about it here. */
export function AnnulmentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useQuery({
    queryKey: ['annulment', id],
    refetchInterval: 5_000,
    queryFn: async () => {
      const found = await fetchAnnulment(id);
      return { found, party: await partyTo(id, found.annulment) };
    },
  });
  if (read.isError) {
    return (
      <>
        <PageHeading title={t('annulment.title')} />
        <Failure error={read.error} retry={() => void read.refetch()} />
      </>
    );
  }
  if (read.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { found, party } = read.data;
  const { annulment, events } = found;
  return (
    <>
      <PageHeading title={t('annulment.title')} lead={t(`annulmentWords.${annulment.status}`)} />
      {annulment.late === true && <Notice tone="warn" title={t('annulment.late')} />}
      <Decision events={events} />
      <AnnulmentFacts annulment={annulment} id={id} />
      {party !== undefined && annulment.status === 'investigated' && (
        <PartyActs id={id} annulment={annulment} party={party} done={() => void read.refetch()} />
      )}
      {party !== undefined && !party.isShop && (
        <>
          <CaseDocuments id={id} events={events} door={holderDoor({ id, kid: party.kid })} />
          <p>
            <Link to="/messages">{t('annulmentEnds.inbox')}</Link>
          </p>
        </>
      )}
      {annulment.status === 'annulled' && <Barred annulment={annulment} events={events} />}
      <h2>{t('case.history')}</h2>
      <CaseHistory events={events} />
    </>
  );
}

/** Why it was not taken up, or how it was decided; whoever is not content reads what can be done. */
function Decision({ events }: Pick<FoundAnnulment, 'events'>) {
  const { t } = useTranslation();
  const told = events.findLast(({ name }) => name === 'annulment.declined' || name === 'annulment.decided');
  if (told === undefined) return null;
  const reason = String(told.facts.reason ?? told.facts.basis);
  return (
    <Notice tone="quiet" title={t(`annulmentReasons.${reason}`, { defaultValue: t('annulment.decided') })}>
      <p>{t('case.remedies')}</p>
    </Notice>
  );
}

/** 三年内不得再次申请 (条例 40): that somebody is barred is published; who it is stands under a key that nobody can read. */
function Barred({ annulment, events }: Pick<FoundAnnulment, 'annulment' | 'events'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const bars = (annulment.barred ?? []).flatMap((person) => {
    const recorded = events.find(({ name, facts }) => name === 'bar.recorded' && facts.person === person);
    return recorded === undefined ? [] : [Number(recorded.facts.until)];
  });
  return bars.map((until, at) => (
    <Notice
      key={annulment.barred?.[at]}
      tone="quiet"
      title={t('annulmentEnds.barredUntil', { day: format.day(until) })}
    >
      <p>{t('annulmentEnds.barredWords')}</p>
    </Notice>
  ));
}

/** Whose key this browser has: that of whoever asked, or the shop's. */
async function partyTo(id: string, { licence: number }: AnnulmentRecord): Promise<Party | undefined> {
  const asker = findAnnulmentKey(id);
  if (asker !== undefined) return { kid: asker, isShop: false };
  const { licence } = await api.get('/api/licences/{number}', { number });
  const stored = await findCase(String(licence.case));
  return stored === undefined || !mayAct(stored, 'annulments.oppose') ? undefined : { kid: stored.kid, isShop: true };
}

interface PartyActsProps {
  readonly id: string;
  readonly annulment: AnnulmentRecord;
  readonly party: Party;
  readonly done: () => void;
}

function PartyActs({ id, annulment, party, done }: PartyActsProps) {
  const { t } = useTranslation();
  const [ground, setGround] = useState<string>();
  const oppose = useAttempt(async () => {
    await signByKey({ kid: party.kid, deed: 'annulments.oppose', body: { annulment: id } });
    done();
  });
  const stay = useAttempt(async () => {
    await signByKey({ kid: party.kid, deed: 'annulments.ask-stay', body: { annulment: id, ground: ground ?? '' } });
    done();
  });
  const { announced, stayAsked } = annulment;
  const mayOppose =
    party.isShop && announced !== undefined && announced.objectedAt === undefined && Date.now() <= announced.until;
  return (
    <>
      {mayOppose && (
        <Notice tone="warn" title={t('annulment.opposeTitle')}>
          <p>{t('annulment.opposeWords')}</p>
          {oppose.error !== undefined && <Failure error={oppose.error} />}
          <div className="actions">
            <button type="button" className="button" disabled={oppose.busy} onClick={() => oppose.run()}>
              {t('annulment.oppose')}
            </button>
          </div>
        </Notice>
      )}
      {stayAsked === undefined && (
        <form noValidate onSubmit={stay.submit(ground !== undefined)}>
          <Choices
            id="stay-ground"
            legend={t('annulment.stay')}
            problem={stay.attempt > 0 && ground === undefined ? t('annulment.missing.stay-ground') : undefined}
            choices={['civil-dispute', 'lawsuit', 'open-offence'].map((value) => ({
              value,
              label: t(`stayGrounds.${value}`),
            }))}
            value={ground}
            onChange={setGround}
          />
          {stay.error !== undefined && <Failure error={stay.error} />}
          <div className="actions">
            <button type="submit" className="button second" disabled={stay.busy}>
              {t('annulment.stayGo')}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
