/** Application identifiers with their decoded values. */
export type Elements = readonly (readonly [ai: string, value: string])[];

/** Something that is wrong with a link or with elements. */
export interface LinkProblem {
  code: 'uri' | 'key' | 'qualifier' | 'attribute' | 'encoding' | 'value' | 'repeated' | 'missing' | 'excluded';
  /** The application identifier that it is about, where there is one. */
  ai: string | null;
  /** One clause without a full stop. */
  problem: string;
}
