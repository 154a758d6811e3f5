import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { deliveryErrors } from '../errors.ts';
import type { Mask } from './mask.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0, maximum: 1_000 });

/** The masks of the catalogue's items, as a schema for routes. */
const maskSchema = Type.Unsafe<Mask>(
  Type.Union([
    Type.Object(
      {
        kind: Type.Literal('keep'),
        first: count,
        last: count,
        fill: Type.Optional(Type.String({ minLength: 1, maxLength: 2 })),
      },
      closed,
    ),
    Type.Object({ kind: Type.Literal('pseudonym') }, closed),
    Type.Object(
      {
        kind: Type.Literal('date'),
        to: Type.Union([Type.Literal('year'), Type.Literal('quarter'), Type.Literal('month')]),
      },
      closed,
    ),
    Type.Object({ kind: Type.Literal('number'), step: Type.Number({ exclusiveMinimum: 0 }) }, closed),
    Type.Object(
      {
        kind: Type.Literal('region'),
        to: Type.Union([Type.Literal('province'), Type.Literal('city'), Type.Literal('county')]),
      },
      closed,
    ),
    Type.Object({ kind: Type.Literal('redact') }, closed),
  ]),
);
const compiled = Compile(maskSchema);

/** Reads a mask that somebody wrote; null is no mask. @throws DELIVERY_MASK_INVALID */
export function parseMask(value: unknown, path: string): Mask | null {
  if (value === null || value === undefined) return null;
  if (compiled.Check(value)) return value as Mask;
  const [first] = compiled.Errors(value);
  throw deliveryErrors.maskInvalid({
    path: `${path}${first?.instancePath ?? ''}`,
    problem: first?.message ?? 'it is none',
  });
}
