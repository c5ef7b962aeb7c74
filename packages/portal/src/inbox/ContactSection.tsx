import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { StoredCase } from '../store/case-store.ts';
import { ContactForm } from './ContactForm.tsx';
import { type ContactAnswer, type KeptContact, keepContact } from './contact-record.ts';
import { deleteContact, giveContact } from './give-contact.ts';
import { readContact } from './read-contact.ts';

/** 联系方式 on the case's page: what the department has, to be changed or taken back. */
export function ContactSection({ stored }: { readonly stored: StoredCase }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [error, setError] = useState<unknown>();
  const contact = useQuery({
    queryKey: ['contact', stored.id],
    queryFn: () => readContact(stored),
    retry: false,
  });
  const kept = contact.data ?? undefined;
  async function act(work: () => Promise<void>): Promise<void> {
    setError(undefined);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    }
    await contact.refetch();
  }
  function save(answer: ContactAnswer): void {
    keepContact(stored.id, { ...answer, isGiven: false });
    setEditing(false);
    // A department that is down is said so by the notice; what is kept goes to it later by itself.
    void act(() => giveContact(stored.id).catch(() => undefined));
  }
  if (editing) return <ContactForm answer={kept} save={save} cancel={() => setEditing(false)} />;
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      {kept?.isGiven === false && (
        <Notice tone="warn" title={t('contact.waiting')} live="status">
          <p>{t('contact.waitingWords')}</p>
        </Notice>
      )}
      <ContactFacts kept={kept} />
      <div className="actions">
        <button type="button" className="button second" onClick={() => setEditing(true)}>
          {hasAddress(kept) ? t('contact.change') : t('contact.add')}
        </button>
        {hasAddress(kept) && (
          <button type="button" className="link-button" onClick={() => void act(() => deleteContact(stored.id))}>
            {t('contact.delete')}
          </button>
        )}
      </div>
    </>
  );
}

function ContactFacts({ kept }: { readonly kept: KeptContact | undefined }) {
  const { t } = useTranslation();
  if (kept === undefined || !hasAddress(kept)) return <p className="soft">{t('contact.none')}</p>;
  return (
    <Facts
      facts={[
        { label: t('contact.phone'), value: kept.phone },
        { label: t('contact.email'), value: kept.email },
        { label: t('contact.service'), value: t(kept.electronicService ? 'contact.yes' : 'contact.no') },
      ]}
    />
  );
}

function hasAddress(kept: KeptContact | undefined): boolean {
  return kept?.phone !== undefined || kept?.email !== undefined;
}
