import { useTranslation } from '../language/use-translation.ts';
import { Failure } from './Failure.tsx';
import { PageHeading } from './PageHeading.tsx';

export function PageProblem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('problem.title')} lead={t('problem.lead')} />
      <Failure error={error} retry={() => location.reload()} />
    </>
  );
}
