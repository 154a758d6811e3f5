import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { sbdhNamespace } from './namespaces.ts';
import { deeper, element, type Writing, writeExtension } from './writeElement.ts';

const listOf = (value: JsonValue | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);
const idOf = (object: JsonObject, { names }: Writing) => ` id="${names.valueOf(object.id ?? '')}"`;

function writeVocabularyElement(entry: JsonObject, writing: Writing): string {
  const inner = deeper(writing);
  let content = '';
  for (const attribute of listOf(entry.attributes)) {
    content += writeExtension('attribute', attribute.attribute ?? '', inner, idOf(attribute, writing));
  }
  if (Array.isArray(entry.children) && entry.children.length > 0) {
    const ids = entry.children.map((id) => element('id', '', writing.names.valueOf(id), deeper(inner)));
    content += element('children', '', ids.join(''), inner);
  }
  return element('VocabularyElement', idOf(entry, writing), content, writing);
}

/** Vocabularies as VocabularyList, EPCIS 2.0 section 9.5.1. Throws TRACE_NOT_EXPRESSIBLE. */
export function writeMasterData(vocabularies: JsonValue | undefined, writing: Writing): string {
  const [first, second, third] = [deeper(writing), deeper(deeper(writing)), deeper(deeper(deeper(writing)))];
  const content = listOf(vocabularies).map((vocabulary) => {
    const entries = listOf(vocabulary.vocabularyElementList).map((entry) => writeVocabularyElement(entry, third));
    const type = ` type="${writing.names.valueOf(vocabulary.type ?? '')}"`;
    return element('Vocabulary', type, element('VocabularyElementList', '', entries.join(''), second), first);
  });
  return element('VocabularyList', '', content.join(''), writing);
}

/** The Standard Business Document Header of what JSON says at its top; empty when it says nothing. */
function writeBusinessHeader(document: JsonObject, creationDate: string, writing: Writing): string {
  const { sender, receiver, instanceIdentifier } = document;
  if (sender === undefined && receiver === undefined && instanceIdentifier === undefined) return '';
  const { declarations, names } = writing.names.enter({ sbdh: sbdhNamespace });
  const party = (value: JsonValue | undefined) => ({ 'sbdh:Identifier': value ?? '' });
  const header: JsonObject = {
    'sbdh:HeaderVersion': '1.0',
    'sbdh:Sender': party(sender),
    'sbdh:Receiver': party(receiver),
    'sbdh:DocumentIdentification': {
      'sbdh:Standard': 'EPCglobal',
      'sbdh:TypeVersion': '2.0',
      'sbdh:InstanceIdentifier': instanceIdentifier ?? '',
      'sbdh:Type': 'Events',
      'sbdh:CreationDateAndTime': creationDate,
    },
  };
  return writeExtension('sbdh:StandardBusinessDocumentHeader', header, { ...writing, names }, declarations);
}

/** The EPCISHeader of a document, empty when there is nothing to say. Throws TRACE_NOT_EXPRESSIBLE. */
export function writeHeader(document: JsonObject, creationDate: string, writing: Writing): string {
  const inner = deeper(writing);
  const { epcisMasterData, ...extensions } = isJsonObject(document.epcisHeader) ? document.epcisHeader : {};
  let content = '';
  for (const [name, value] of Object.entries(extensions)) content += writeExtension(name, value, inner);
  if (!content.includes('StandardBusinessDocumentHeader')) {
    content = writeBusinessHeader(document, creationDate, inner) + content;
  }
  if (isJsonObject(epcisMasterData)) {
    const list = writeMasterData(epcisMasterData.vocabularyList, deeper(deeper(inner)));
    content += element('extension', '', element('EPCISMasterData', '', list, deeper(inner)), inner);
  }
  return content === '' ? '' : element('EPCISHeader', '', content, writing);
}
