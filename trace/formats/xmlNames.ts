import { inBoth } from '../../proof/index.ts';
import { formatErrors } from './errors.ts';
import { isJsonObject, type JsonValue } from './json.ts';
import { standardPrefixes } from './namespaces.ts';
import { escapeXml, isXmlText } from './xmlText.ts';

/** Names and values of the JSON form as XML writes them, within one document. */
export interface XmlNames {
  /** The prefixes of the contexts read so far hold from here on; the declarations that this asks of the element. */
  enter(context: JsonValue | undefined): { declarations: string; names: XmlNames };
  /** A field name as name of an element or attribute. Throws TRACE_NOT_EXPRESSIBLE. */
  nameOf(field: string): string;
  /** A scalar, escaped. Throws TRACE_NOT_EXPRESSIBLE. */
  valueOf(value: JsonValue): string;
  /** The declarations of the standard's own prefixes that were used. */
  standardDeclarations(): string;
  /** A prefix that no context defines and nothing uses, the wanted one where it can be. */
  freePrefix(wanted: string): string;
}

const ncName = /^[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*$/u;

function refuse(what: string, en: string, zh: string): Error {
  return formatErrors.notExpressible(...inBoth({ what: JSON.stringify(what.slice(0, 120)), problem: { en, zh } }));
}

/** Prefixes and namespaces of a JSON-LD context; URLs of other contexts and keywords define none here. */
function readContext(context: JsonValue | undefined, into: Map<string, string>): Map<string, string> {
  if (Array.isArray(context)) for (const part of context) readContext(part, into);
  else if (isJsonObject(context)) {
    for (const [prefix, term] of Object.entries(context)) {
      const uri = isJsonObject(term) ? term['@id'] : term;
      if (typeof uri === 'string' && uri !== '' && ncName.test(prefix) && prefix !== 'xml' && prefix !== 'xmlns') {
        into.set(prefix, uri);
      }
    }
  }
  return into;
}

const declare = (prefixes: Iterable<readonly [string, string]>) =>
  [...prefixes].map(([prefix, uri]) => ` xmlns:${prefix}="${escapeXml(uri)}"`).join('');

/** Names for a new document. */
export function createXmlNames(): XmlNames {
  /** Prefixes of any context, wherever it holds. */
  const defined = new Set<string>();
  const usedStandard = new Set<string>();

  function within(outer: ReadonlyMap<string, string>): XmlNames {
    const use = (prefix: string) => {
      if (!outer.has(prefix) && standardPrefixes[prefix] !== undefined) usedStandard.add(prefix);
    };
    return {
      enter(context) {
        const own = readContext(context, new Map());
        for (const prefix of own.keys()) defined.add(prefix);
        return { declarations: declare(own), names: within(new Map([...outer, ...own])) };
      },
      nameOf(field) {
        const colon = field.indexOf(':');
        const prefix = field.slice(0, Math.max(colon, 0));
        const local = field.slice(colon + 1);
        if (!ncName.test(local)) throw refuse(field, 'it is no name that an element may have', '不能用作元素名');
        if (colon < 0) return field;
        if (prefix !== 'xml' && !outer.has(prefix) && !Object.hasOwn(standardPrefixes, prefix)) {
          throw refuse(field, 'the @context has no namespace for its prefix', '@context 中没有其前缀的命名空间');
        }
        use(prefix);
        return field;
      },
      valueOf(value) {
        const text = String(value);
        if (!isXmlText(text))
          throw refuse(text, 'XML has no way to write one of its characters', '其中有 XML 无法书写的字符');
        const colon = text.indexOf(':');
        if (colon > 0 && Object.hasOwn(standardPrefixes, text.slice(0, colon))) use(text.slice(0, colon));
        return escapeXml(text);
      },
      standardDeclarations: () => declare([...usedStandard].map((prefix) => [prefix, standardPrefixes[prefix] ?? ''])),
      freePrefix(wanted) {
        let prefix = wanted;
        while (defined.has(prefix) || usedStandard.has(prefix)) prefix += '_';
        return prefix;
      },
    };
  }
  return within(new Map());
}
