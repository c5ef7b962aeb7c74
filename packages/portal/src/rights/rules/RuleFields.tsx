import { useQuery } from '@tanstack/react-query';
import { Checkboxes } from '../../forms/Checkboxes.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { DateField } from '../../forms/DateField.tsx';
import { filterOptions } from '../../forms/regions.ts';
import { SelectField } from '../../forms/SelectField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { servicesQuery } from '../../server/queries.ts';
import { wordsIn } from '../../server/service.ts';
import { useRegions } from '../../server/use-regions.ts';
import { organisationsQuery } from '../organisations-query.ts';
import { useRightsWords } from '../use-rights-words.ts';
import { DeedChoice } from './DeedChoice.tsx';
import { RuleConditions } from './RuleConditions.tsx';
import type { RuleDraft } from './rule-draft.ts';
import type { RulesAnswer } from './rules-query.ts';

interface RuleFieldsProps {
  readonly draft: RuleDraft;
  readonly deeds: RulesAnswer['deeds'];
  readonly problemOf: (field: string) => string | undefined;
  readonly change: (draft: RuleDraft) => void;
}

const ROLES = ['registrar', 'head', 'attester', 'administrator'];

/** 谁、做什么、对谁的件: what every rule says. */
export function RuleFields({ draft, deeds, problemOf, change }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { roleName } = useRightsWords();
  const organisations = useQuery(organisationsQuery);
  const named = (organisations.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Choices
        id="rule-effect-choice"
        legend={t('rules.effectLabel')}
        choices={(['allow', 'deny'] as const).map((value) => ({
          value,
          label: t(`rules.effect.${value}`),
          hint: t(`rules.effectHint.${value}`),
        }))}
        value={draft.effect}
        onChange={(value) => change({ ...draft, effect: value === 'deny' ? 'deny' : 'allow', deeds: [] })}
      />
      <SelectField
        id="rule-org"
        label={t('rules.org')}
        hint={t('rules.orgHint')}
        problem={problemOf('rule-org')}
        empty={draft.effect === 'deny' ? t('rules.everybody') : t('rights.choose')}
        options={named}
        value={draft.org}
        onChange={(org) => change({ ...draft, org })}
      />
      <Checkboxes
        id="rule-roles"
        legend={t('rules.roles')}
        hint={t('rules.rolesHint')}
        choices={ROLES.map((value) => ({ value, label: roleName(value) }))}
        picked={draft.roles}
        onChange={(roles) => change({ ...draft, roles })}
      />
      <DeedChoice
        deeds={deeds}
        effect={draft.effect}
        picked={draft.deeds}
        problem={problemOf('rule-deeds')}
        onChange={(picked) => change({ ...draft, deeds: picked })}
      />
      <SelectField
        id="rule-organ"
        label={t('rules.organ')}
        problem={problemOf('rule-organ')}
        empty={draft.effect === 'deny' ? t('rules.anyOrgan') : t('rights.choose')}
        options={named}
        value={draft.organ}
        onChange={(organ) => change({ ...draft, organ })}
      />
      <Checkboxes
        id="rule-tree"
        legend={t('rules.treeLegend')}
        choices={[{ value: 'tree', label: t('rules.tree') }]}
        picked={draft.isTree ? ['tree'] : []}
        onChange={(picked) => change({ ...draft, isTree: picked.length > 0 })}
      />
      <Narrowing draft={draft} deeds={deeds} problemOf={problemOf} change={change} />
    </>
  );
}

/** 在哪里、什么时候: what narrows it down, all of it optional. */
function Narrowing({ draft, problemOf, change }: RuleFieldsProps) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const services = useQuery(servicesQuery);
  return (
    <>
      <SelectField
        id="rule-region"
        label={t('rules.region')}
        empty={t('rules.anyRegion')}
        options={filterOptions(regions, i18n.language, (name) => t('regions.whole', { name }))}
        value={draft.region}
        onChange={(region) => change({ ...draft, region })}
      />
      <SelectField
        id="rule-service"
        label={t('rules.service')}
        empty={t('rules.anyService')}
        options={(services.data ?? []).map(({ id, title }) => ({ value: id, label: wordsIn(title, i18n.language) }))}
        value={draft.service}
        onChange={(service) => change({ ...draft, service })}
      />
      <TextField
        id="rule-hours-from"
        label={t('rules.hoursFrom')}
        hint={t('rules.hoursHint')}
        problem={problemOf('rule-hours-from')}
        value={draft.hoursFrom}
        onChange={(hoursFrom) => change({ ...draft, hoursFrom })}
        maxLength={5}
      />
      <TextField
        id="rule-hours-to"
        label={t('rules.hoursTo')}
        value={draft.hoursTo}
        onChange={(hoursTo) => change({ ...draft, hoursTo })}
        maxLength={5}
      />
      <DateField
        id="rule-day"
        label={t('rules.day')}
        hint={t('rules.dayHint')}
        problem={problemOf('rule-day')}
        value={draft.day}
        onChange={(day) => change({ ...draft, day })}
      />
      <RuleConditions draft={draft} problemOf={problemOf} change={change} />
    </>
  );
}
