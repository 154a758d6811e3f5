import { type TSchema, Type } from 'typebox';
import type { JsonObject, Words } from '../house.ts';
import type {
  CatalogueNews,
  Dataset,
  DatasetState,
  Duty,
  Item,
  ManagedDataset,
  Measurement,
  Step,
  Subscription,
} from './dataset.ts';
import type { CatalogEntry } from './message/readCatalog.ts';
import type { SearchedDepartment } from './search/searchAll.ts';

/** PostgreSQL holds no zero character. */
const shown = '^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$';
/** A text of some characters. */
export const someText = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: shown });
/** Null comes first: tried as a text before, it would be taken for an empty one. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([Type.Null(), schema]);
/** A text in one or both languages. */
export const wordsSchema = (most: number) =>
  Type.Unsafe<Words>(
    Type.Object(
      {
        zh: Type.String({ maxLength: most, pattern: '^[^\\u0000]*$' }),
        en: Type.String({ maxLength: most, pattern: '^[^\\u0000]*$' }),
      },
      { additionalProperties: false },
    ),
  );
export const slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' });
export const idParams = Type.Object({
  id: Type.String({ maxLength: 60, description: 'urn:uuid:… or the UUID alone' }),
});
export const pageQuery = {
  perPage: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  pageToken: Type.Optional(Type.String({ maxLength: 2_000, description: 'nextPageToken of the page before' })),
};
export const pageOf = <Entry extends TSchema>(entry: Entry) =>
  Type.Object({ items: Type.Array(entry), nextPageToken: orNull(Type.String()) });
export const nothing = Type.Null({ description: 'Done' });
export const stateSchema = Type.Unsafe<DatasetState>({
  type: 'string',
  enum: ['created', 'inReview', 'published', 'changing', 'withdrawn'],
});

/** An answer whose fields docs/exchange-catalogue.md describes. */
const described = <Shape>(description: string) =>
  Type.Unsafe<Shape>({ type: 'object', additionalProperties: true, description });

export const dutySchema = described<Duty>('A duty with the number of datasets that come from it');
export const datasetSchema = described<Dataset>('A dataset in one version');
export const managedSchema = described<ManagedDataset>(
  'What is written now, the version in force, and the revision to send with the next change',
);
export const stepSchema = described<Step>('A step of the life cycle');
export const measurementSchema = described<Measurement>('What was found in the source, or why nothing was');
export const itemSchema = described<Item>('An item as it is suggested');
export const subscriptionSchema = described<Subscription>(
  'A subscription; `secret` signs the messages to the webhook and is shown once',
);
export const newsSchema = described<CatalogueNews>('A change of a dataset');
export const entrySchema = described<CatalogEntry>('A dataset as a catalog describes it, with its offer');
export const searchedSchema = described<SearchedDepartment>(
  'A department whose catalogue was searched: what was found, when it was read last, and why not since',
);
export const bodySchema = described<JsonObject>('JSON-LD');
