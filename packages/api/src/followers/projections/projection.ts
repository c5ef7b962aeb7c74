import type { DatabaseSync } from 'node:sqlite';
import type { ProjectionRecord } from '../projection-record.ts';

/** Turns records into the rows of its own tables, and of no others. It may keep nothing between records but what `flush` writes. */
export interface Projection {
  apply(record: ProjectionRecord): void;
  /** Called before every commit: writes what was gathered. */
  flush(): void;
}

export type MakeProjection = (database: DatabaseSync) => Projection;
