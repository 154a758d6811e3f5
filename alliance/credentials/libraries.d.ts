// What is used of libraries that bring no types.

declare module '@digitalbazaar/vc' {
  interface RemoteDocument {
    contextUrl: null;
    documentUrl: string;
    document: unknown;
  }
  export function defaultDocumentLoader(url: string): Promise<RemoteDocument>;
  export function issue(options: {
    credential: object;
    suite: unknown;
    documentLoader: (url: string) => Promise<RemoteDocument>;
  }): Promise<Record<string, unknown>>;
  export function signPresentation(options: {
    presentation: object;
    suite: unknown;
    challenge: string;
    domain: string;
    documentLoader: (url: string) => Promise<RemoteDocument>;
  }): Promise<Record<string, unknown>>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      signer?: { id: string; algorithm: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> };
      date?: Date;
      cryptosuite: unknown;
    });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export class BitstringStatusList {
    constructor(options: { length: number } | { buffer: Uint8Array });
    readonly length: number;
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  }
  export function createList(options: { length: number }): Promise<BitstringStatusList>;
  export function createCredential(options: {
    id: string;
    list: BitstringStatusList;
    statusPurpose: string;
  }): Promise<Record<string, unknown> & { credentialSubject: Record<string, unknown> }>;
}

declare module 'jsonld-signatures' {
  const jsigs: {
    verify(
      document: object,
      options: { suite: unknown; purpose: unknown; documentLoader: (url: string) => Promise<unknown> },
    ): Promise<{ verified: boolean; error?: { message?: string; errors?: { message?: string }[] } }>;
    purposes: {
      AssertionProofPurpose: new (options: { controller: object }) => unknown;
      AuthenticationProofPurpose: new (options: {
        controller: object;
        challenge: string;
        domain: string | string[];
      }) => unknown;
    };
  };
  // biome-ignore lint/style/noDefaultExport: the library's own shape
  export default jsigs;
}
