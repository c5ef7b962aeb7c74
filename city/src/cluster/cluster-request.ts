export interface ClusterRequest {
  /** The pinned CometBFT. */
  readonly binary: string;
  /** Called at each change: who is up. */
  readonly show: (members: readonly MemberView[]) => void;
}

export interface MemberView {
  readonly name: string;
  readonly peer: string;
  readonly state: string;
  readonly height: number;
  /** Of the newest checkpoint, in base64. */
  readonly root: string;
}
