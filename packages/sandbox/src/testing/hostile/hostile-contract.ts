/** A contract written to do harm, or to stumble over what others might. */
export interface HostileContract {
  readonly name: string;
  readonly text: string;
  /** Strict JSON for every call; a small application if not said. */
  readonly input?: string;
}

/** A contract whose `decide(input)` has this body. */
export function deciding(name: string, body: string): HostileContract {
  return { name, text: `var contract = { decide(input) { ${body} } };` };
}

/** A contract whose whole text is given. */
export function written(name: string, text: string): HostileContract {
  return { name, text };
}
