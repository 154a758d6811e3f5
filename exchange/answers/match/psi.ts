import { createRequire } from 'node:module';

/** What a message of the protocol can do. */
interface Message {
  serializeBinary(): Uint8Array;
}
interface MatchRequest extends Message {
  getEncryptedElementsList_asU8(): Uint8Array[];
  getRevealIntersection(): boolean;
}
interface Codec<Kind extends Message> {
  deserializeBinary(bytes: Uint8Array): Kind;
}
interface Party {
  getPrivateKeyBytes(): Uint8Array;
  delete(): void;
}
interface Client extends Party {
  createRequest(identifiers: readonly string[]): MatchRequest;
  getIntersection(setup: Message, response: Message): number[];
  getIntersectionSize(setup: Message, response: Message): number;
}
interface Server extends Party {
  createSetupMessage(falsePositives: number, size: number, identifiers: readonly string[], structure: unknown): Message;
  processRequest(request: MatchRequest): Message;
}
interface Maker<Kind> {
  createWithNewKey(reveal: boolean): Kind;
  createFromKey(key: Uint8Array, reveal: boolean): Kind;
}

/**
 * Private set intersection after Diffie and Hellman on P-256, as OpenMined's build of Google's library computes it. Both sides
 * blind hashes of their identifiers with a secret of their own; only what both blinded can be compared.
 */
export interface Psi {
  client: Maker<Client>;
  server: Maker<Server>;
  request: Codec<MatchRequest>;
  response: Codec<Message>;
  serverSetup: Codec<Message>;
  dataStructure: { Raw: unknown };
}

const require = createRequire(import.meta.url);
let loading: Promise<Psi> | null = null;

/** Loads the library once a thread. */
export function loadPsi(): Promise<Psi> {
  // Its declarations are of another module system, so that it is required and its surface written down here.
  loading ??= (require('@openmined/psi.js') as () => Promise<Psi>)();
  return loading;
}
