import { useTranslation } from '../language/use-translation.ts';
import { type Paper, papers } from './use-paper.ts';

interface PaperChoiceProps {
  readonly paper: Paper;
  readonly choose: (paper: Paper) => void;
}

/** Said once for a printer, and remembered by this machine. */
export function PaperChoice({ paper, choose }: PaperChoiceProps) {
  const { t } = useTranslation();
  return (
    <label className="paper-choice no-print">
      {t('counterVisit.paper')}
      <select
        id="slip-paper"
        className="input"
        value={paper}
        onChange={(event) => choose(papers.find((one) => one === event.target.value) ?? 'roll')}
      >
        {papers.map((one) => (
          <option key={one} value={one}>
            {t(`counterVisit.papers.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
