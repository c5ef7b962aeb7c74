import { Link, useLocation } from 'react-router';
import { Notice } from '../../design/Notice.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { useSession } from '../../session/session.ts';
import type { MatterPath } from './change-answers.ts';

interface MatterPathChoiceProps {
  readonly path: MatterPath | undefined;
  readonly problem: string | undefined;
  readonly change: (path: MatterPath) => void;
}

/** 秒批 or 由工作人员办理, chosen before it is sent (个人信息保护法 24). Whoever is not signed in is known to nobody: a person decides. */
export function MatterPathChoice({ path, problem, change }: MatterPathChoiceProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const from = useLocation().pathname;
  return (
    <>
      <Choices
        id="matter-path"
        legend={t('matterPath.title')}
        problem={problem}
        choices={(['auto', 'manual'] as const).map((value) => ({
          value,
          label: t(`matterPath.${value}`),
          hint: t(`matterPath.${value}Hint`),
        }))}
        value={path}
        onChange={(value) => change(value === 'manual' ? 'manual' : 'auto')}
      />
      {path === 'auto' && session === undefined && (
        <Notice tone="warn" title={t('matterPath.signIn')}>
          <p>
            <Link to="/sign-in" state={{ from }}>
              {t('demo.signIn')}
            </Link>
          </p>
        </Notice>
      )}
    </>
  );
}
