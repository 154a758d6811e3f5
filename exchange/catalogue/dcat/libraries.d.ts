// What the tests use of a library that brings no types.
declare module 'n3' {
  export interface Term {
    termType: string;
    value: string;
    language: string;
    datatype: { value: string };
    equals(other: Term): boolean;
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
  }
  export class Parser {
    constructor(options: { format: string });
    parse(text: string): Quad[];
  }
  export class Store implements Iterable<Quad> {
    constructor(quads?: readonly Quad[]);
    readonly size: number;
    add(quad: Quad): this;
    match(subject: Term | null, predicate?: Term | null, object?: Term | null): Iterable<Quad>;
    [Symbol.iterator](): Iterator<Quad>;
  }
}
