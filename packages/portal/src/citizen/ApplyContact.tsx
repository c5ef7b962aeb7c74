import { useNavigate } from 'react-router';
import { PageHeading } from '../design/PageHeading.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { ContactForm } from '../inbox/ContactForm.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceIn } from '../server/office.ts';
import type { Service } from '../server/service.ts';

interface ApplyContactProps {
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}

/** 联系方式, after the questions that the law asks: it may stay empty, and it goes to the deciding organ alone. */
export function ApplyContact({ service, draft, change }: ApplyContactProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const office = findServiceIn(service, draft.region) ?? service;
  return (
    <>
      <PageHeading
        title={t('contact.title')}
        kicker={t('contact.optional')}
        lead={t('contact.lead', { organ: office.organName })}
        back={{ to: `/apply/${service.id}/path`, label: t('form.back') }}
      />
      <ContactForm
        answer={draft.contact}
        saveWords={t('form.next')}
        save={(contact) => {
          change({ contact });
          navigate(`/apply/${service.id}/check`);
        }}
      />
      <p className="soft small after-actions">{t('contact.where')}</p>
    </>
  );
}
