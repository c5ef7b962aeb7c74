import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  checkCheckpoint,
  cosign,
  formatTreeSize,
  formatVkey,
  parseAddCheckpoint,
  type Signer,
  type Vkey,
  verifyConsistency,
  vkeyOf,
} from '@minglu/protocol';
import { nativeSigner } from '../crypto/native-signer.ts';
import type { WitnessAddress } from '../witness/witness-client.ts';

/** A witness in memory over real HTTP: honest, unless told to be silent. */
export class StubWitness {
  readonly address: WitnessAddress;
  size = 0;
  root: Uint8Array = new Uint8Array(32);
  requests = 0;
  /** What it answers instead of doing its work. */
  behaviour: 'honest' | 'silent' | 'refuses' | 'lies' = 'honest';
  timeSeconds: () => number = () => 1_772_416_800;
  readonly #server: Server;
  readonly #signer: Signer;
  readonly #log: Vkey;

  private constructor(server: Server, name: string, log: Vkey) {
    this.#server = server;
    this.#signer = nativeSigner('Ed25519', Buffer.alloc(32, name));
    this.#log = log;
    const { port } = server.address() as AddressInfo;
    const vkey = formatVkey(vkeyOf(name, 'witness', this.#signer.publicKey));
    this.address = { name, vkey, url: `http://127.0.0.1:${port}` };
  }

  static async start(name: string, log: Vkey): Promise<StubWitness> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const witness = new StubWitness(server, name, log);
    server.on('request', async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      witness.requests += 1;
      if (witness.behaviour === 'silent') return;
      const [status, text] = await witness.#answer(body);
      response.writeHead(status).end(text);
    });
    return witness;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(body: string): Promise<[number, string]> {
    if (this.behaviour === 'refuses') return [403, ''];
    const { oldSize, proof, checkpoint: note } = parseAddCheckpoint(body);
    const keys = { origin: this.#log.name, logKeys: [this.#log], witnesses: [] };
    const { checkpoint, logLine } = await checkCheckpoint(note, keys);
    if (!logLine) return [403, ''];
    const { size, root } = checkpoint;
    const isFork = size === this.size && size > 0 && Buffer.compare(root, this.root) !== 0;
    if (oldSize !== this.size || isFork) return [409, formatTreeSize(this.size)];
    const isProven =
      oldSize === 0 ||
      oldSize === size ||
      verifyConsistency({ oldSize, oldRoot: this.root, newSize: size, newRoot: root, path: proof });
    if (!isProven) return [422, ''];
    this.size = size;
    this.root = root;
    const signed = this.behaviour === 'lies' ? checkpoint.note.text.replace(/\n\d+\n/, '\n9\n') : checkpoint.note.text;
    const name = this.address.name;
    return [200, await cosign(signed, { name, signer: this.#signer, timeSeconds: this.timeSeconds() })];
  }
}
