import { Link } from 'react-router';
import { Facts } from '../../design/Facts.tsx';
import { Tag, type Tone } from '../../design/Tag.tsx';
import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import type { AnnulmentRecord } from '../../server/annulment.ts';

const tones: Readonly<Record<string, Tone>> = {
  asked: 'brand',
  investigated: 'brand',
  stayed: 'warn',
  declined: 'quiet',
  'not-annulled': 'quiet',
  undone: 'quiet',
};

/** Where an investigation stands, in one word. */
export function AnnulmentStatus({ status }: { readonly status: string }) {
  const { t } = useTranslation();
  return <Tag tone={tones[status] ?? 'bad'}>{t(`annulmentStatus.${status}`)}</Tag>;
}

/** What is public of it: the licence, the ground, the clocks. */
export function AnnulmentFacts({ annulment, id }: { readonly annulment: AnnulmentRecord; readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, licence, announced } = annulment;
  const isRunning = status === 'asked' || status === 'investigated';
  const due = `${format.time(annulment.dueAt)}${annulment.isProvisional === true ? t('annulment.provisional') : ''}`;
  return (
    <Facts
      facts={[
        { label: t('case.status'), value: <AnnulmentStatus status={status} /> },
        { label: t('licence.number'), value: <Link to={`/verify/${licence}`}>{licence}</Link> },
        { label: t('annulment.ground'), value: t(`annulmentGrounds.${annulment.ground}`) },
        {
          label: t('annulment.by'),
          value: t(annulment.asker === undefined ? 'annulment.byOrgan' : 'annulment.byPerson'),
        },
        { label: t('annulment.asked'), value: format.time(annulment.askedAt) },
        {
          label: t(status === 'asked' ? 'annulment.answerDue' : 'annulment.due'),
          value: isRunning ? due : undefined,
        },
        {
          label: t('annulment.extended'),
          value: annulment.extendedBy === undefined ? undefined : t('annulment.byHead'),
        },
        {
          label: t('annulment.announced'),
          value: announced === undefined ? undefined : t('annulment.until', { time: format.time(announced.until) }),
        },
        {
          label: t('annulment.objected'),
          value: announced?.objectedAt === undefined ? undefined : format.time(announced.objectedAt),
        },
        {
          label: t('annulment.stayAsked'),
          value: annulment.stayAsked === undefined ? undefined : t(`stayGrounds.${annulment.stayAsked}`),
        },
        { label: t('case.number'), value: <code>{id}</code> },
      ]}
    />
  );
}
