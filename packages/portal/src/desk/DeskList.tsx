import { useState } from 'react';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { DeskAnswer } from '../server/ledger.ts';
import { BulkBar } from './BulkBar.tsx';
import { DeskRow } from './DeskRow.tsx';
import { type DeskQuestion, writeQuestion } from './desk-question.ts';
import { Pages } from './Pages.tsx';
import { useColleagues } from './use-colleagues.ts';
import { rememberRow, useRowKeys } from './use-row-keys.ts';

interface DeskListProps {
  readonly page: DeskAnswer;
  readonly question: DeskQuestion;
  readonly officer: Officer;
  readonly ask: (question: DeskQuestion) => void;
  readonly changed: () => void;
}

export function DeskList({ page, question, officer, ask, changed }: DeskListProps) {
  const { t } = useTranslation();
  const colleagues = useColleagues(officer);
  const { list, onKeyDown } = useRowKeys(true);
  const search = writeQuestion(question).toString();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const canPick = question.view === 'open' || question.view === 'mine';
  return (
    <>
      <p role="status">{t('desk.count', { count: page.total })}</p>
      <p className="soft small desk-keys">{t(canPick ? 'deskWork.keys' : 'desk.keys')}</p>
      {canPick && (
        <BulkBar
          {...{ officer, colleagues, picked, changed }}
          rows={page.cases}
          pick={(ids) => setPicked(new Set(ids))}
        />
      )}
      <ul
        className="desk-list"
        ref={list}
        onKeyDown={onKeyDown}
        onClickCapture={(event) => {
          const opened = (event.target as HTMLElement).closest<HTMLElement>('[data-case]')?.dataset.case;
          if (opened !== undefined) rememberRow(opened);
        }}
      >
        {page.cases.map((row) => (
          <DeskRow
            key={row.id}
            row={row}
            view={question.view}
            colleagues={colleagues}
            me={officer.signer.publicKey.kid}
            search={search}
            pick={
              canPick ? { isPicked: picked.has(row.id), toggle: () => setPicked(toggled(picked, row.id)) } : undefined
            }
          />
        ))}
      </ul>
      <Pages total={page.total} offset={question.offset} go={(offset) => ask({ ...question, offset })} />
    </>
  );
}

function toggled(picked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}
