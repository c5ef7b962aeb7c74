import type { Trust } from '@minglu/protocol';
import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadText } from '../design/download-text.ts';
import { Icon } from '../design/Icon.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { checkEvidence } from '../proof/check-evidence.ts';
import { FindingView } from '../proof/FindingView.tsx';
import { type ForgeablePart, forgeableParts, forgeProof } from '../proof/forge-proof.ts';

interface TryForgingProps {
  readonly number: string;
  readonly proof: string;
  readonly trust: Trust;
}

/** One change at a time; the same check as everywhere else says at once what it makes of it. */
export function TryForging({ number, proof, trust }: TryForgingProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<ForgeablePart>();
  const [name, setName] = useState(t('try.otherName'));
  const text = part === undefined ? proof : forgeProof(proof, part, name);
  const finding = useQuery({
    queryKey: ['forged', text],
    gcTime: 0,
    placeholderData: (before) => before,
    queryFn: () => checkEvidence(text, trust, webCryptoCheck),
  });
  return (
    <>
      <fieldset className="field">
        <legend>{t('try.what')}</legend>
        {[undefined, ...forgeableParts].map((one) => (
          <label key={one ?? 'nothing'} className="choice">
            <input type="radio" name="forged-part" checked={part === one} onChange={() => setPart(one)} />
            <span>
              <span>{t(`try.part.${one ?? 'nothing'}`)}</span>
              <span className="choice-hint small">{t(`try.hint.${one ?? 'nothing'}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {part === 'tradeName' && (
        <TextField id="forged-name" label={t('try.nameLabel')} value={name} maxLength={40} onChange={setName} />
      )}
      {finding.data !== undefined && <FindingView finding={finding.data} />}
      <div className="actions">
        <button
          type="button"
          className="button second"
          onClick={() => downloadText(`${number}.${part ?? 'true'}.minglu.json`, text)}
        >
          <Icon name="down" />
          {t(part === undefined ? 'try.downloadTrue' : 'try.downloadForged')}
        </button>
      </div>
      <p className="soft measure">{t('try.elsewhere')}</p>
    </>
  );
}
