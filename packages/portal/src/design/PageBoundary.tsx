import { Component } from 'react';
import { PageProblem } from './PageProblem.tsx';

interface Caught {
  readonly error: unknown;
}

/** A page that fails (a lost network while its script was to be loaded, a defect of ours) is said, not left blank. */
export class PageBoundary extends Component<{ readonly children: React.ReactNode }, Caught> {
  override state: Caught = { error: undefined };

  static getDerivedStateFromError(error: unknown): Caught {
    return { error: error ?? new Error('unknown') };
  }

  override render(): React.ReactNode {
    return this.state.error === undefined ? this.props.children : <PageProblem error={this.state.error} />;
  }
}
