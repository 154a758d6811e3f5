import type { JsonObject } from './json.ts';
import type { JsonNames } from './jsonNames.ts';
import { isStandardNamespace, sbdhNamespace } from './namespaces.ts';
import type { XmlElement } from './parseXml.ts';
import { addField, readExtension } from './readExtension.ts';
import { unwrap } from './readFields.ts';
import { findChild, readMasterData } from './readMasterData.ts';

/** The text at a path of local names. */
function textAt(element: XmlElement, ...path: string[]): string | undefined {
  let current: XmlElement | undefined = element;
  for (const local of path) current = current?.children.find((child) => child.local === local);
  return current?.text.trim() || undefined;
}

/**
 * What the Standard Business Document Header says, as the fields that JSON has for it: `sender`, `receiver` and
 * `instanceIdentifier`, EPCIS 2.0 section 9.5. The header itself stays in `epcisHeader` as an extension.
 */
function readBusinessHeader(header: XmlElement): JsonObject {
  const sender = textAt(header, 'Sender', 'Identifier');
  const receiver = textAt(header, 'Receiver', 'Identifier');
  const instanceIdentifier = textAt(header, 'DocumentIdentification', 'InstanceIdentifier');
  return {
    ...(sender !== undefined && { sender }),
    ...(receiver !== undefined && { receiver }),
    ...(instanceIdentifier !== undefined && { instanceIdentifier }),
  };
}

/** The fields of a document that its EPCISHeader gives: the `epcisHeader` and what JSON has at the top instead. */
export function readHeader(header: XmlElement | undefined, names: JsonNames): JsonObject {
  if (!header) return {};
  const epcisHeader: JsonObject = {};
  let top: JsonObject = {};
  for (const child of unwrap(header)) {
    if (child.local === 'EPCISMasterData' && isStandardNamespace(child.uri)) {
      const list = findChild(child, 'VocabularyList');
      epcisHeader.epcisMasterData = { vocabularyList: list ? readMasterData(list, names) : [] };
    } else if (!isStandardNamespace(child.uri)) {
      if (child.uri === sbdhNamespace && child.local === 'StandardBusinessDocumentHeader')
        top = readBusinessHeader(child);
      addField(epcisHeader, names.nameOf(child), readExtension(child, names));
    }
  }
  return { ...top, ...(Object.keys(epcisHeader).length > 0 && { epcisHeader }) };
}
