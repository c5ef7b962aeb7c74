import { Gauge } from 'prom-client';
import type { ApiContext } from '../api-context.ts';

/** Gauges are read when somebody asks for the figures, and cost nothing in between. */
export const addNodeMetrics = (context: ApiContext): void => {
  const { node, readModel, sessions } = context;
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `minglu_${name}`,
      help,
      registers: [context.registry],
      collect() {
        this.set(read());
      },
    });
  };
  gauge('node_live', '1 while the node takes deeds, 0 when it has halted', () =>
    node.status().halted === undefined ? 1 : 0,
  );
  gauge('node_height', 'Height of the last block', () => node.status().height);
  gauge('log_size', 'Entries in the log', () => node.status().size);
  gauge('read_model_height', 'Height of the last block whose rows can be read', () => readModel.height);
  gauge('read_model_lag_blocks', 'Blocks the read model is behind', () => node.status().height - readModel.height);
  gauge('read_model_records', 'Records written to the read model since start', () => readModel.work.records);
  gauge('read_model_busy_ms', 'Time spent writing them', () => readModel.work.busyMs);
  gauge('read_model_restarts', 'Times the read model was dropped and followed again', () => readModel.work.restarts);
  gauge('sessions', 'Sessions open', () => sessions.countOpen(context.nowMs()));
  const witness = new Gauge({
    name: 'minglu_witness_age_seconds',
    help: 'Time since a witness last cosigned',
    labelNames: ['witness'],
    registers: [context.registry],
    collect() {
      for (const { name, lastCosignedTime } of node.status().witnesses) {
        if (lastCosignedTime > 0) this.labels(name).set((context.nowMs() - lastCosignedTime) / 1000);
      }
    },
  });
  void witness;
  addSnapshot(context);
};

/** The node keeps plain numbers; here they get their format. A histogram of it becomes cumulative bucket gauges. */
const addSnapshot = ({ node, registry }: ApiContext): void => {
  const plain = new Gauge({
    name: 'minglu_node',
    help: 'Counters and gauges of the node, by name',
    labelNames: ['name'],
    registers: [registry],
    collect() {
      const { counters, gauges } = node.metrics();
      for (const [name, value] of Object.entries({ ...gauges, ...counters })) this.labels(name).set(value);
    },
  });
  const buckets = new Gauge({
    name: 'minglu_node_ms_bucket',
    help: 'Latencies of the node: how many took at most le milliseconds, by name',
    labelNames: ['name', 'le'],
    registers: [registry],
    collect() {
      for (const [name, { boundsMs, counts }] of Object.entries(node.metrics().histograms)) {
        let total = 0;
        for (const [place, count] of counts.entries()) {
          total += count;
          this.labels(name, String(boundsMs[place] ?? '+Inf')).set(total);
        }
      }
    },
  });
  void plain;
  void buckets;
};
