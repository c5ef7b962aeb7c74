import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { isStaff, useSession } from '../session/session.ts';
import { type Officer, useOfficer } from './use-officer.ts';

interface OfficerOnlyProps {
  readonly title: string;
  readonly children: (officer: Officer) => React.ReactNode;
}

/** Shows the way to sign in to whoever works at no department. It hides nothing: the chain decides what may be read and done. */
export function OfficerOnly({ title, children }: OfficerOnlyProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const officer = useOfficer();
  if (!isStaff(session)) {
    return (
      <>
        <PageHeading title={title} />
        <Notice tone="warn" title={t('officer.only')}>
          <p>
            <Link to="/sign-in">{t('demo.signIn')}</Link>
          </p>
        </Notice>
      </>
    );
  }
  // Whoever was signed in goes on with what is on the screen while the department is away.
  if (officer.isError && officer.data === undefined) {
    return (
      <>
        <PageHeading title={title} />
        <Failure error={officer.error} retry={() => void officer.refetch()} />
      </>
    );
  }
  if (officer.data === undefined || officer.data === null) return <Waiting>{t('officer.signingIn')}</Waiting>;
  return children(officer.data);
}
