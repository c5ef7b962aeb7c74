import type { Actor, Resource } from '../access.ts';
import { accessRules } from '../access-rules.ts';
import type { decide } from '../decide.ts';
import { CASE_KEYS, RESOURCES, TIMES, WAYS, world } from './matrix-world.ts';
import { plantedState } from './planted-state.ts';
import { type ModelQuestion, modelAllows } from './reference-model.ts';

export interface Cell {
  readonly question: ModelQuestion;
  readonly allowed: boolean;
}

/** Of the cells that nobody would expect to be allowed, one in so many: the others say little and are most of them. */
const SPARSE = 16;

/** Deeds × keys × what they are about × when × how: every cell that is allowed, every one that a rule decides, and some others. */
export function matrix(): readonly Cell[] {
  const bare = { ...world, rules: [] };
  const cells: Cell[] = [];
  let at = 0;
  for (const question of questions()) {
    at += 1;
    const allowed = modelAllows(world, question);
    const isByRule = allowed !== modelAllows(bare, question);
    const isOnce = isMandated(question) || isInEmergency(question);
    if (allowed || isByRule || isOnce || at % SPARSE === 0) cells.push({ question, allowed });
  }
  return cells;
}

/** What an agent was once allowed, whether or not it still is: else whether it ends would hang on which cells are taken. */
function isMandated({ key, holder, deed }: ModelQuestion): boolean {
  return world.mandates.some((one) => one.agent === key && one.holder === holder && one.deeds.includes(deed));
}

/** The same of a file that was once opened in an emergency. */
function isInEmergency({ key, case: id, deed }: ModelQuestion): boolean {
  return deed === 'cases.read' && world.emergencies.some((one) => one.key === key && one.case === id);
}

function* questions(): Generator<ModelQuestion> {
  const keys = [...Object.keys(world.keys), 'nobody', ...CASE_KEYS];
  for (const deed of accessRules.keys()) {
    for (const key of keys) {
      for (const [place, resource] of RESOURCES.entries()) {
        for (const [hour, at] of TIMES.entries()) {
          const way = WAYS[(place + hour + deed.length) % WAYS.length];
          yield { key, isCaseKey: CASE_KEYS.includes(key), at, deed, ...resource, ...way };
        }
      }
    }
  }
}

/** Cells in which a decision differs from the model's. */
export function differences(decides: typeof decide, cells: readonly Cell[]): readonly Cell[] {
  const state = plantedState(world);
  return cells.filter(({ question, allowed }) => {
    const { key: kid, isCaseKey: caseKey, at: atMs, deed, assurance, purpose, ...resource } = question;
    const how = { ...(assurance === undefined ? {} : { assurance }), ...(purpose === undefined ? {} : { purpose }) };
    const actor = { kid, caseKey, atMs, ...how } as Actor;
    return decides(state, actor, deed, resource as Resource).allow !== allowed;
  });
}
