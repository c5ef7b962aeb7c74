import { Icon } from './Icon.tsx';

export function Waiting({ children }: { readonly children: React.ReactNode }) {
  return (
    <p className="waiting" role="status">
      <Icon name="wait" className="spin" />
      {children}
    </p>
  );
}
