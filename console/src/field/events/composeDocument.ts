import type { EventJson } from './buildEvent.ts';

/** A name that somebody gave on this phone to a product, a place or a partner. */
export interface OwnName {
  id: string;
  kind: 'product' | 'place' | 'party';
  name: string;
}

const types: Readonly<Record<OwnName['kind'], string>> = {
  product: 'urn:epcglobal:epcis:vtype:EPCClass',
  place: 'urn:epcglobal:epcis:vtype:BusinessLocation',
  party: 'urn:epcglobal:epcis:vtype:Party',
};
const extension = 'https://ns.xiangyu.example/mda#';

function describe({ id, kind, name }: OwnName) {
  const language = /\p{Script=Han}/u.test(name) ? 'zh' : 'en';
  const geo = id.startsWith('geo:') ? [{ id: `${extension}geo`, attribute: id.split(';')[0] }] : [];
  const attributes = [
    { id: 'urn:epcglobal:cbv:mda#name', attribute: name },
    { id: `${extension}name.${language}`, attribute: name },
    ...geo,
  ];
  return { type: types[kind], vocabularyElementList: [{ id, attributes }] };
}

/** The EPCIS document of one event, with the names that this phone gave to what the event mentions. */
export function composeDocument(event: EventJson, names: readonly OwnName[]): Record<string, unknown> {
  const text = JSON.stringify(event);
  const vocabularyList = names.filter(({ id }) => text.includes(JSON.stringify(id).slice(1, -1))).map(describe);
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { xy: 'https://ns.xiangyu.example/epcis/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: event.eventTime,
    ...(vocabularyList.length > 0 && { epcisHeader: { epcisMasterData: { vocabularyList } } }),
    epcisBody: { eventList: [event] },
  };
}
