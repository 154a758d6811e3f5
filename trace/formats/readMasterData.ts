import type { JsonObject } from './json.ts';
import type { JsonNames } from './jsonNames.ts';
import { isStandardNamespace } from './namespaces.ts';
import { type XmlElement, xmlError } from './parseXml.ts';
import { readExtension } from './readExtension.ts';

/** The standard element of that name within `element`, if there is one. */
export function findChild(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local && isStandardNamespace(child.uri));
}

function childrenNamed(element: XmlElement, local: string): XmlElement[] {
  return element.children.filter((child) => child.local === local && isStandardNamespace(child.uri));
}

/** An attribute in no namespace. Throws TRACE_MALFORMED_XML when it is missing. */
function requireAttribute(element: XmlElement, local: string): string {
  const attribute = element.attributes.find((candidate) => candidate.local === local && candidate.uri === '');
  if (attribute) return attribute.value.trim();
  throw xmlError(
    element,
    `the element ${element.local} has no attribute ${local}`,
    `元素 ${element.local} 缺少属性 ${local}`,
  );
}

function readElement(element: XmlElement, names: JsonNames): JsonObject {
  const attributes = childrenNamed(element, 'attribute').map((attribute) => {
    const id = names.valueOf(requireAttribute(attribute, 'id'), attribute.scope);
    const { attributes: own, ...content } = attribute;
    // Its own `id` is no part of the value.
    return { id, attribute: readExtension({ ...content, attributes: own.filter(({ uri }) => uri !== '') }, names) };
  });
  const children = childrenNamed(element, 'children').flatMap((list) =>
    childrenNamed(list, 'id').map((id) => id.text.trim()),
  );
  return {
    id: requireAttribute(element, 'id'),
    ...(attributes.length > 0 && { attributes }),
    ...(children.length > 0 && { children }),
  };
}

/** The vocabularies of a VocabularyList in their JSON form, EPCIS 2.0 section 9.5.1. Throws TRACE_MALFORMED_XML. */
export function readMasterData(list: XmlElement, names: JsonNames): JsonObject[] {
  return childrenNamed(list, 'Vocabulary').map((vocabulary) => ({
    type: requireAttribute(vocabulary, 'type'),
    vocabularyElementList: childrenNamed(vocabulary, 'VocabularyElementList').flatMap((elements) =>
      childrenNamed(elements, 'VocabularyElement').map((element) => readElement(element, names)),
    ),
  }));
}
