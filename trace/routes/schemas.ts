import { type TSchema, Type } from 'typebox';

const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ description: 'ISO 8601 in UTC' });
const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
const Status = Type.Enum(['pending', 'integrated', 'anchored', 'confirmed'], {
  description:
    'how far the evidence has come: recorded, in the log, under an anchored checkpoint, confirmed on the chain',
});

/** The body of POST /epcis/capture for the API reference; capture itself checks every field of every event. */
export const DocumentBody = Type.Object(
  {
    '@context': Type.Unknown({ description: 'the EPCIS context, and a prefix for every extension' }),
    type: Type.Enum(['EPCISDocument', 'EPCISQueryDocument']),
    schemaVersion: Type.String({ examples: ['2.0'] }),
    creationDate: Type.String({ format: 'date-time' }),
    epcisHeader: Type.Optional(Type.Unknown({ description: 'master data: names of products, places, parties' })),
    epcisBody: Type.Object({ eventList: Type.Array(Type.Object({}, { additionalProperties: true })) }),
  },
  { additionalProperties: true, description: 'An EPCIS 2.0 document in JSON or JSON-LD' },
);

/** One event: its type decides its fields, and any extension may be in it. */
export const EventBody = Type.Unknown({ description: 'an EPCIS 2.0 event in JSON or JSON-LD' });

/** A list of the discovery interface. */
export const CollectionBody = Type.Object({
  '@context': Type.String(),
  type: Type.Literal('Collection'),
  member: Type.Array(Type.String()),
});

/** An EPCISQueryDocument: any extension may be in it, so it is not taken apart here. */
export const QueryDocument = Type.Unknown({ description: 'EPCISQueryDocument' });

const jobFields = {
  captureID: Type.String(),
  createdAt: Time,
  finishedAt: Time,
  running: Type.Boolean(),
  success: Type.Boolean({ description: 'false when an event was refused; with rollback nothing was stored then' }),
  captureErrorBehaviour: Type.Enum(['rollback', 'proceed']),
  errors: Type.Array(
    Type.Object({
      type: Type.String(),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      code: Type.String(),
      nextStep: Type.String(),
      zh: Type.Optional(Type.Object({ detail: Type.String(), nextStep: Type.String() }, { description: 'in Chinese' })),
      index: Type.Integer({ description: 'position of the event in the document, from 0' }),
      errors: Type.Array(Type.Unknown()),
    }),
  ),
  events: Type.Integer({ description: 'how many events this job stored' }),
  duplicates: Type.Array(Type.Object({ index: Type.Integer(), eventID: Type.String(), hash: Type.String() }), {
    description: 'events that were stored before, under this eventID',
  }),
};
export const CaptureJobs = Type.Array(Type.Object(jobFields));
export const CaptureJobBody = Type.Object({ ...jobFields, eventIDs: Type.Array(Type.String()) });

export const EvidenceList = Type.Array(
  Type.Object({
    statementId: Type.String(),
    index: nullable(Type.Integer()),
    status: Status,
    about: Type.Enum(['event', 'errorDeclaration']),
    subject: Type.String({ description: 'hash id of the event, or of the declaration that it is wrong' }),
  }),
);

export const StatsBody = Type.Object({
  events: Type.Integer(),
  captures: Type.Integer(),
  lastEventAt: nullable(Time),
  recent: Type.Array(
    Type.Object({
      eventID: Type.String(),
      hash: Type.String(),
      type: Type.String(),
      eventTime: Time,
      eventTimeZoneOffset: Type.String({ description: 'Where it happened, such as +08:00' }),
      bizStep: nullable(Type.String()),
      member: Type.String(),
      status: Status,
    }),
  ),
});

export const TraceBackBody = Type.Object({
  id: Type.String(),
  nodes: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Enum(['item', 'lot', 'tradeItem', 'logisticUnit', 'asset', 'other']),
      name: nullable(LocalText),
      distance: Type.Integer(),
    }),
  ),
  edges: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      kind: Type.Enum(['input', 'contained', 'attached', 'lot']),
      eventID: nullable(Type.String()),
    }),
  ),
  events: Type.Array(
    Type.Object({
      eventID: Type.String(),
      hash: Type.String(),
      type: Type.String(),
      action: nullable(Type.String()),
      eventTime: Time,
      eventTimeZoneOffset: Type.String(),
      bizStep: nullable(Type.String()),
      disposition: nullable(Type.String()),
      readPoint: nullable(Type.String()),
      bizLocation: nullable(Type.String()),
      member: Type.String(),
    }),
  ),
  truncated: Type.Boolean(),
});

export const JourneyBody = Type.Object({
  product: Type.Object({
    gtin: Type.String(),
    lot: Type.String(),
    digitalLink: Type.String(),
    name: nullable(LocalText),
    image: Type.Null(),
    origin: nullable(LocalText),
    description: nullable(LocalText),
    demo: Type.Boolean(),
  }),
  steps: Type.Array(
    Type.Object({
      eventID: Type.String(),
      hash: Type.String(),
      type: Type.String(),
      eventTime: Time,
      eventTimeZoneOffset: Type.String(),
      bizStep: nullable(Type.String()),
      disposition: nullable(Type.String()),
      member: Type.Object({ slug: Type.String(), name: LocalText }),
      place: nullable(Type.Object({ id: Type.String(), name: nullable(LocalText), geo: nullable(Type.String()) })),
      title: nullable(LocalText),
      inputs: Type.Array(Type.String()),
      outputs: Type.Array(Type.String()),
      parent: nullable(Type.String()),
      temperature: nullable(
        Type.Object({
          min: Type.Number(),
          max: Type.Number(),
          unit: Type.String(),
          points: Type.Array(Type.Object({ time: Time, value: Type.Number() })),
        }),
      ),
      certificates: Type.Array(Type.Object({ id: Type.String(), type: Type.String(), name: nullable(LocalText) })),
      photos: Type.Array(Type.String({ description: 'SHA-256; the bytes are at /api/trace/attachments/{hash}' })),
      statementId: Type.String(),
      status: Status,
    }),
  ),
  sealed: Type.Array(
    Type.Object({
      hash: Type.String(),
      member: Type.Object({ slug: Type.String(), name: LocalText }),
      statementId: Type.String(),
      status: Status,
    }),
    { description: 'steps that are not for everybody: whose they are, and their evidence' },
  ),
  truncated: Type.Boolean(),
});

export const ProductsBody = Type.Object({
  products: Type.Array(
    Type.Object({
      gtin: Type.String(),
      lot: Type.String(),
      digitalLink: Type.String(),
      name: nullable(LocalText),
      origin: nullable(LocalText),
      demo: Type.Boolean(),
    }),
  ),
  nextPageToken: nullable(Type.String()),
});

export const Paging = Type.Object({
  perPage: Type.Optional(Type.String({ description: '1 to 1000, 30 by default' })),
  nextPageToken: Type.Optional(Type.String({ description: 'from the page before' })),
});
