// What the tests use of a library that brings no types.
declare module 'n3' {
  import type { DatasetCore, Quad } from '@rdfjs/types';
  export class Parser {
    constructor(options?: { format?: string; blankNodePrefix?: string });
    parse(text: string): Quad[];
  }
  export class Store implements DatasetCore {
    constructor(quads?: readonly Quad[]);
    readonly size: number;
    add(quad: Quad): this;
    delete(quad: Quad): this;
    has(quad: Quad): boolean;
    match(...terms: Parameters<DatasetCore['match']>): DatasetCore;
    [Symbol.iterator](): Iterator<Quad>;
  }
}
