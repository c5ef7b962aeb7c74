/** What the verifier checks for each kind of evidence, in the order a reader follows; words under `proof.steps`. */
export const proofSteps = {
  receipt: ['form', 'signature', 'included', 'log', 'witnesses'],
  licence: ['form', 'state', 'block', 'log', 'witnesses'],
  'licence-file': ['form', 'disclosure', 'state', 'block', 'log', 'witnesses'],
  absent: ['form', 'absence', 'block', 'log', 'witnesses'],
} as const;
