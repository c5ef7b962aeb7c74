import { useState } from 'react';
import type { Officer } from '../officer/use-officer.ts';
import type { CityDepartment } from '../server/city.ts';
import type { Service } from '../server/service.ts';
import { CounterApplicants } from './CounterApplicants.tsx';
import { CounterForm } from './CounterForm.tsx';
import { CounterReceipt, type FiledAtCounter } from './CounterReceipt.tsx';
import { type CounterDraft, draftFor } from './counter-draft.ts';
import type { CounterPerson } from './read-document.ts';

interface CounterVisitProps {
  readonly officer: Officer;
  readonly service: Service;
  readonly registers: readonly [CityDepartment, ...CityDepartment[]];
  readonly chain: string;
  readonly next: () => void;
}

/** One person at the counter, from the document to the receipt; the next one starts with nothing of this one left. */
export function CounterVisit({ officer, service, registers, chain, next }: CounterVisitProps) {
  const [person, setPerson] = useState<CounterPerson>();
  const [agent, setAgent] = useState<CounterPerson>();
  const [hasAgent, setHasAgent] = useState(false);
  const [mandate, setMandate] = useState(false);
  const [draft, setDraft] = useState<CounterDraft>();
  const [filed, setFiled] = useState<FiledAtCounter>();
  if (filed !== undefined) {
    const forgetKey = () => setFiled({ id: filed.id });
    return <CounterReceipt {...{ filed, service, chain, forgetKey, next }} endpoint={officer.session.endpoint} />;
  }
  return (
    <>
      <CounterApplicants
        {...{ officer, registers, person, agent, hasAgent, mandate, setAgent, setMandate }}
        setPerson={(read) => {
          setPerson(read);
          setDraft((before) => draftFor(service, read, before));
        }}
        setHasAgent={(is) => {
          setHasAgent(is);
          setPerson(undefined);
          setAgent(undefined);
        }}
      />
      {person !== undefined && draft !== undefined && (
        <CounterForm
          key={person.idNumber}
          {...{ officer, chain, service, registers, person, draft }}
          agent={hasAgent ? { person: agent, mandate } : undefined}
          change={(next) => setDraft((old) => (old === undefined ? old : next(old)))}
          sent={({ code, signer }) => {
            // Everything of the visit but the receipt goes: the page that prints it holds no answers.
            setDraft(undefined);
            setFiled({ id: code.id, key: { code, signer }, contact: draft.contact });
          }}
        />
      )}
    </>
  );
}
