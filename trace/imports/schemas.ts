import { Type } from 'typebox';
import { templateIds } from './columns.ts';

const Template = Type.Enum(templateIds);
const Cells = Type.Object({}, { additionalProperties: Type.String(), description: 'by id of the column' });

export const TemplateParams = Type.Object({ template: Template });
export const TemplateQuery = Type.Object({
  format: Type.Optional(Type.Enum(['csv', 'xlsx'])),
  language: Type.Optional(Type.Enum(['zh-CN', 'en'])),
});

export const FileQuery = Type.Object({
  template: Type.Optional(Template),
  offset: Type.Optional(
    Type.String({ pattern: '^[+-](?:0\\d|1[0-4]):[0-5]\\d$', description: 'of times without zone; +08:00 by default' }),
  ),
});
export const ConfirmQuery = Type.Object({
  ...FileQuery.properties,
  name: Type.Optional(Type.String({ maxLength: 200, description: 'of the file' })),
  digest: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'of the preview that is confirmed' })),
});

/** What is wrong with a cell, in both languages. */
const Problem = Type.Object({
  row: Type.Integer(),
  column: Type.Union([Type.String(), Type.Null()]),
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
});

export const PreviewBody = Type.Object({
  template: Template,
  encoding: Type.String(),
  digest: Type.String(),
  columns: Type.Array(Type.Object({ id: Type.String(), zh: Type.String(), en: Type.String() })),
  rows: Type.Array(Type.Object({ number: Type.Integer(), texts: Cells })),
  problems: Type.Array(Problem),
  problemCount: Type.Integer(),
  events: Type.Integer({ description: 'that the file makes' }),
  known: Type.Integer({ description: 'those that are stored already' }),
});

export const ImportBody = Type.Object({
  id: Type.String(),
  name: Type.String(),
  digest: Type.String(),
  template: Template,
  rows: Type.Integer(),
  events: Type.Integer({ description: 'that it stored' }),
  repeated: Type.Integer({ description: 'that were stored before' }),
  captureID: Type.String(),
  person: Type.String(),
  createdAt: Type.String(),
});

export const ImportsBody = Type.Object({
  imports: Type.Array(ImportBody),
  nextPageToken: Type.Union([Type.String(), Type.Null()]),
});
