import { Type } from 'typebox';
import { Context, openObject, Time, Uri } from './values.ts';

const optional = Type.Optional;

const EventList = Type.Array(Type.Object({ type: Type.String() }, { description: 'an event with a type' }), {
  description: 'a list of events',
});
const Version = Type.String({ pattern: '^\\d+(?:\\.\\d+)*$', description: 'a version, such as 2.0' });

const Vocabulary = Type.Object({
  type: Uri,
  vocabularyElementList: optional(
    Type.Array(
      Type.Object({
        id: Uri,
        attributes: optional(
          Type.Array(
            Type.Object({
              id: Uri,
              attribute: optional(
                Type.Union([Type.Number(), Type.String(), Type.Object({})], {
                  description: 'a number, a text or an object',
                }),
              ),
            }),
          ),
        ),
        children: optional(Type.Array(Uri)),
      }),
    ),
  ),
});
const VocabularyList = Type.Array(Vocabulary, { description: 'a list of vocabularies' });

/** The envelope of a captured document, EPCIS 2.0 section 9.5; its events are checked one by one. */
export const EpcisDocument = openObject({
  '@context': Context,
  id: optional(Uri),
  type: Type.Literal('EPCISDocument'),
  schemaVersion: Version,
  creationDate: Time,
  sender: optional(Type.String()),
  receiver: optional(Type.String()),
  instanceIdentifier: optional(Type.String()),
  epcisHeader: optional(
    openObject({ epcisMasterData: optional(Type.Object({ vocabularyList: optional(VocabularyList) })) }),
  ),
  epcisBody: Type.Object({ eventList: EventList }),
});

/** The envelope of a query result. */
export const EpcisQueryDocument = openObject({
  '@context': Context,
  id: optional(Uri),
  type: Type.Literal('EPCISQueryDocument'),
  schemaVersion: optional(Version),
  creationDate: optional(Time),
  epcisBody: openObject({
    queryResults: openObject({
      queryName: Type.String({ description: 'the name of the query' }),
      subscriptionID: optional(Type.String()),
      resultsBody: openObject({ eventList: EventList, vocabularyList: optional(VocabularyList) }),
    }),
  }),
});

/** Master data alone, EPCIS 2.0 section 9.7: the standard has it in XML only, its reading in JSON is ours. */
export const EpcisMasterDataDocument = openObject({
  '@context': optional(Context),
  id: optional(Uri),
  type: Type.Literal('EPCISMasterDataDocument'),
  schemaVersion: Version,
  creationDate: Time,
  epcisHeader: optional(openObject({})),
  epcisBody: Type.Object({ vocabularyList: VocabularyList }),
});
