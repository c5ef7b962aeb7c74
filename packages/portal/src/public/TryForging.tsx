import type { Trust } from '@minglu/protocol';
import { webCryptoCheck } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../design/download-text.ts';
import { Icon } from '../design/Icon.tsx';
import { Choices } from '../forms/Choices.tsx';
import { TextField } from '../forms/TextField.tsx';
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
      <Choices
        id="forged-part"
        legend={t('try.what')}
        choices={['nothing', ...forgeableParts].map((one) => ({
          value: one,
          label: t(`try.part.${one}`),
          hint: t(`try.hint.${one}`),
        }))}
        value={part ?? 'nothing'}
        onChange={(one) => setPart(forgeableParts.find((known) => known === one))}
      />
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
