export interface Fact {
  readonly label: string;
  readonly value: React.ReactNode;
  readonly action?: React.ReactNode;
}

/** Label and value pairs; rows without a value are left out rather than shown empty. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const shown = facts.filter((fact) => fact.value !== undefined && fact.value !== '' && fact.value !== null);
  const withAction = shown.some((fact) => fact.action !== undefined);
  return (
    <dl className={withAction ? 'facts with-action' : 'facts'}>
      {shown.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {fact.action !== undefined && <dd>{fact.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
