import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { checkOutgoingUrl } from '../../../host/index.ts';
import { deliveryErrors } from '../errors.ts';
import type { SourceKind } from './sourceRow.ts';

const closed = { additionalProperties: false };
const line = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000\\r\\n]*$' });
const file = line(500);

/** Settings of a source, by kind; none of them is secret. */
export const settingsSchemas = {
  postgres: Type.Object(
    {
      host: line(253),
      port: Type.Integer({ minimum: 1, maximum: 65_535 }),
      database: line(63),
      user: line(63),
      tls: Type.Union([Type.Literal('off'), Type.Literal('require'), Type.Literal('verify')]),
    },
    closed,
  ),
  csv: Type.Object(
    {
      file,
      delimiter: Type.Optional(
        Type.Union([Type.Literal(','), Type.Literal(';'), Type.Literal('\t'), Type.Literal('|')]),
      ),
      encoding: Type.Optional(Type.Union([Type.Literal('utf-8'), Type.Literal('gb18030')])),
    },
    closed,
  ),
  parquet: Type.Object({ file }, closed),
  file: Type.Object({ file, mediaType: Type.Optional(line(100)) }, closed),
  http: Type.Object(
    {
      url: line(2_000),
      rowsAt: Type.String({ maxLength: 500 }),
      nextAt: Type.Optional(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
} as const;
export type SettingsOf<Kind extends SourceKind> = Static<(typeof settingsSchemas)[Kind]>;

/** What is kept sealed: the password of a database, or headers that an API wants. */
export const secretSchema = Type.Object(
  {
    password: Type.Optional(Type.String({ maxLength: 1_000 })),
    headers: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z0-9-]{1,100}$' }), line(8_000))),
  },
  closed,
);
export type SourceSecret = Static<typeof secretSchema>;

const validators = Object.fromEntries(
  Object.entries(settingsSchemas).map(([kind, schema]) => [kind, Compile(schema)]),
) as unknown as Record<
  SourceKind,
  { Check(value: unknown): boolean; Errors(value: unknown): Iterable<{ instancePath: string; message: string }> }
>;

/** @throws DELIVERY_SOURCE_INVALID with the exact path; HOST_URL_INVALID for an address that carries a password */
export function parseSettings<Kind extends SourceKind>(kind: Kind, value: unknown): SettingsOf<Kind> {
  if (validators[kind].Check(value)) {
    // Settings are shown and not sealed. Whether the address may be called is found out when it is.
    if (kind === 'http') checkOutgoingUrl((value as SettingsOf<'http'>).url, true);
    return value as SettingsOf<Kind>;
  }
  const [first] = validators[kind].Errors(value);
  throw deliveryErrors.sourceInvalid({
    problem: `settings${first?.instancePath ?? ''} ${first?.message ?? 'are wrong'}`,
  });
}
