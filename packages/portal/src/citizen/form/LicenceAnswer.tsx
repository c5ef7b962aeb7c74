import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../design/Notice.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { parseLicenceNumber } from '../../forms/parse-licence-number.ts';
import { TextField } from '../../forms/TextField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { api } from '../../server/api.ts';
import { ownLicencesQuery } from './own-licences.ts';

interface LicenceAnswerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  /** What kind of licence is asked for. */
  readonly kind: string;
  readonly answer: string;
  readonly give: (text: string) => void;
}

/** 免提交: one's own licences are offered; any other is typed by its number. The register is asked, nobody brings a paper. */
export function LicenceAnswer({ id, label, hint, problem, kind, answer, give }: LicenceAnswerProps) {
  const { t } = useTranslation();
  const own = useQuery(ownLicencesQuery(kind));
  const offered = own.data ?? [];
  return (
    <>
      {offered.length > 0 && (
        <Choices
          id={`${id}-own`}
          legend={t('ownForm.ownLicences')}
          choices={offered.map(({ number, name }) => ({ value: number, label: name, hint: number }))}
          value={answer}
          onChange={give}
        />
      )}
      <TextField id={id} label={label} hint={hint} problem={problem} value={answer} maxLength={30} onChange={give} />
      <Found typed={answer} kind={kind} isOwn={offered.some(({ number }) => number === answer)} />
    </>
  );
}

interface FoundProps {
  readonly typed: string;
  readonly kind: string;
  readonly isOwn: boolean;
}

/** What the register says of the number, while it is still easy to put right. */
function Found({ typed, kind, isOwn }: FoundProps) {
  const { t } = useTranslation();
  const parsed = parseLicenceNumber(typed);
  const number = 'number' in parsed ? parsed.number : '';
  const found = useQuery({
    queryKey: ['named-licence', number],
    enabled: number !== '',
    retry: false,
    queryFn: async () => {
      const { licence } = await api.get('/api/licences/{number}', { number });
      return licence as { readonly kind?: string; readonly tradeName?: string; readonly status?: string };
    },
  });
  if (number === '' || found.isPending) return null;
  if (found.data === undefined || found.data.kind !== kind)
    return <Notice tone="warn" title={t('ownForm.licenceUnknown')} live="status" />;
  const { tradeName = t('registering.name.none'), status = '' } = found.data;
  return (
    <Notice tone={isOwn && status === 'valid' ? 'good' : 'brand'} title={tradeName} live="status">
      <p>{t('ownForm.licenceStands', { status: t(`status.${status}`) })}</p>
      <p>{t(isOwn ? 'ownForm.licenceYours' : 'ownForm.licenceNotHere')}</p>
    </Notice>
  );
}
