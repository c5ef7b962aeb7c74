/** One ready request: the signed transaction and its sidecar, as a citizen's browser sends them. */
export interface Submission {
  readonly id: string;
  readonly jws: string;
  readonly sidecar: string;
}
