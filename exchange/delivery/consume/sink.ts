/** Where opened chunks go, in order. What was kept before a crash is still there after it, and nothing twice. */
export interface Sink {
  /** Number of the chunk that is wanted next. */
  readonly next: number;
  /** Of a stream: where it goes on. */
  readonly after: unknown;
  /** Puts a chunk behind those before. It may become durable later; `finish` waits for that. */
  write(chunk: {
    number: number;
    digest: Uint8Array;
    clear: Buffer;
    rows: number | null;
    after?: unknown;
  }): Promise<void>;
  /** Everything is there: makes it durable. */
  flush(): Promise<void>;
  /** Hands the whole on; again, it does nothing. */
  finish(): Promise<void>;
  close(): Promise<void>;
}
