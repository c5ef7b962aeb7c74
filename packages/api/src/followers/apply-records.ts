import type { DatabaseSync } from 'node:sqlite';
import type { ProjectionRecord } from './projection-record.ts';
import { accessProjection } from './projections/access.ts';
import { annulmentsProjection } from './projections/annulments.ts';
import { auditProjection } from './projections/audit.ts';
import { casesProjection } from './projections/cases.ts';
import { countsProjection } from './projections/counts.ts';
import { eventsProjection } from './projections/events.ts';
import { licencesProjection } from './projections/licences.ts';
import { mandatesProjection } from './projections/mandates.ts';
import type { Projection } from './projections/projection.ts';
import { registryProjection } from './projections/registry.ts';
import { rolesProjection } from './projections/roles.ts';

/** In this order: counts look cases up. */
const PROJECTIONS = [
  casesProjection,
  licencesProjection,
  annulmentsProjection,
  eventsProjection,
  countsProjection,
  registryProjection,
  rolesProjection,
  auditProjection,
  accessProjection,
  mandatesProjection,
];

/** One block with its records in log order. */
export interface ProjectionBlock {
  readonly height: number;
  readonly records: readonly ProjectionRecord[];
}

export interface Projector {
  /** Height of the last block whose rows are in; -1 before the first. */
  readonly height: number;
  /** Writes the rows of consecutive blocks and the new position in one transaction: both or neither. */
  apply(blocks: readonly ProjectionBlock[]): void;
}

export const makeProjector = (database: DatabaseSync): Projector => {
  const projections: Projection[] = PROJECTIONS.map((make) => make(database));
  const move = database.prepare('update follower set height = ?, records = records + ?');
  let height = (database.prepare('select height from follower').get() as { height: number }).height;
  return {
    get height() {
      return height;
    },
    apply(blocks) {
      let records = 0;
      let reached = height;
      database.exec('begin');
      try {
        for (const block of blocks) {
          // A block sent twice (the feeder started over) must leave the same rows.
          if (block.height <= reached) continue;
          for (const record of block.records) for (const projection of projections) projection.apply(record);
          records += block.records.length;
          reached = block.height;
        }
        for (const projection of projections) projection.flush();
        move.run(reached, records);
        database.exec('commit');
        height = reached;
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
  };
};
