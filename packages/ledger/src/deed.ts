import type { HashFunction, JsonObject, LedgerEvent, Outcome, Sidecar, Transaction } from '@minglu/protocol';
import type { ContractDesk } from './contract/contract-desk.ts';
import type { Refusal } from './refusals.ts';
import { type BodyOf, bodyRefusal, type Shapes, shapesAt } from './shape/shape.ts';
import type { MandateForm } from './state/access-records.ts';
import type { Draft } from './state/draft.ts';
import type { RecordFinder } from './state/record-finder.ts';

/** Everything a deed may look at. */
export interface DeedContext {
  readonly records: RecordFinder;
  readonly transaction: Transaction;
  readonly sidecar: Sidecar | undefined;
  /** What was recorded, where the sidecar was lawfully erased: rules about the sidecar are then not asked again. */
  readonly erased: Outcome | undefined;
  readonly chain: string;
  /** The block's time. */
  readonly timeMs: number;
  readonly height: number;
  readonly contracts: ContractDesk;
  readonly hash: HashFunction;
}

export interface Effect {
  readonly events: readonly LedgerEvent[];
  /** Trace text, where a contract ran. */
  readonly trace?: string;
}

/** Somebody who acts in a holder's place. */
export interface Representation {
  /** Thumbprint of the holder's key. */
  readonly principal: string;
  readonly form: MandateForm;
}

/** A rule gives its own refusal, or nothing. It reads and never writes. */
export interface Rule<Body> {
  (body: Body, context: DeedContext): Refusal | undefined;
  /** Of a rule that asks access: in whose place the deed is done, where that is by a mandate. */
  readonly standsFor?: (body: Body, context: DeedContext) => Representation | undefined;
}

export interface DeedSpec<S extends Shapes> {
  readonly name: string;
  /** First protocol version that knows this deed. */
  readonly since: number;
  readonly body: S;
  readonly sidecar: 'required' | 'optional' | 'none';
  /** Asked in this order; the first refusal stands. */
  readonly rules: readonly Rule<BodyOf<S>>[];
  /** Runs only when no rule refused; it cannot refuse. */
  readonly effect: (body: BodyOf<S>, context: DeedContext, draft: Draft) => Effect;
}

/** A thing the chain can do, with its body's type folded away. */
export interface Deed {
  readonly name: string;
  readonly since: number;
  readonly sidecar: 'required' | 'optional' | 'none';
  readonly bodyRefusal: (body: JsonObject) => Refusal | undefined;
  /** The same deed with its members as a protocol version knows them. */
  readonly at: (version: number) => Deed;
  /** These take a body that `bodyRefusal` let pass. */
  readonly refusal: (context: DeedContext) => Refusal | undefined;
  /** Asked before the effect, which may end the mandate. */
  readonly standsFor: (context: DeedContext) => Representation | undefined;
  readonly effect: (context: DeedContext, draft: Draft) => Effect;
}

export function defineDeed<S extends Shapes>(spec: DeedSpec<S>): Deed {
  return bound(spec, spec.body);
}

function bound<S extends Shapes>(spec: DeedSpec<S>, shapes: S): Deed {
  return {
    name: spec.name,
    since: spec.since,
    sidecar: spec.sidecar,
    at: (version) => bound(spec, shapesAt(spec.body, version)),
    bodyRefusal: (body) => bodyRefusal(body, shapes),
    refusal: (context) => {
      const body = context.transaction.body as BodyOf<S>;
      for (const rule of spec.rules) {
        const refusal = rule(body, context);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
    standsFor: (context) => {
      const body = context.transaction.body as BodyOf<S>;
      for (const rule of spec.rules) {
        const standing = rule.standsFor?.(body, context);
        if (standing !== undefined) return standing;
      }
      return undefined;
    },
    effect: (context, draft) => spec.effect(context.transaction.body as BodyOf<S>, context, draft),
  };
}
