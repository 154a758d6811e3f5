import type { JsonValue } from '../../../proof/index.ts';
import type { Words } from '../../words.ts';
import { credentialErrors } from '../errors.ts';
import { isLargeGraph } from '../formats/hiddenTerms.ts';
import type { Claims } from '../model.ts';
import { reservedClaims } from '../types/schemaFaults.ts';

const maxChars = 32 * 1024;
/** Fewer than a verifier takes, so that whatever is issued can be presented. */
const most = { objects: 200, values: 1_500 };

function findFault(value: JsonValue, path: string, depth: number): Words | null {
  if (depth > 8) return { en: `${path} is nested too deep`, zh: `${path} 嵌套层数过多` };
  // JSON-LD drops it without a word, so that it would not be signed.
  if (value === null) return { en: `${path} is null`, zh: `${path} 是 null` };
  if (typeof value === 'number' && !Number.isFinite(value))
    return { en: `${path} is no number`, zh: `${path} 不是有效的数` };
  if (Array.isArray(value)) {
    if (value.some(Array.isArray)) return { en: `${path} is a list of lists`, zh: `${path} 是列表的列表` };
    return value.map((one, place) => findFault(one, `${path}/${place}`, depth + 1)).find(Boolean) ?? null;
  }
  if (typeof value !== 'object') return null;
  for (const [name, inner] of Object.entries(value)) {
    // A colon would make it an address, an @ a keyword of JSON-LD.
    const quoted = JSON.stringify(name);
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name)) {
      return { en: `${path} has a property ${quoted}, which is no name`, zh: `${path} 的属性名 ${quoted} 不合规` };
    }
    if (depth === 0 ? reservedClaims.has(name) : ['id', 'type', 'proof'].includes(name)) {
      return {
        en: `${path} has a property ${quoted}, which means something else`,
        zh: `${path} 的属性名 ${quoted} 另有含义`,
      };
    }
    const fault = findFault(inner, `${path}/${name}`, depth + 1);
    if (fault) return fault;
  }
  return null;
}

/** Refuses claims that cannot be said alike in every format. @throws CREDENTIAL_CLAIMS_INVALID */
export function checkClaims(claims: Claims): void {
  const refuse = (problem: string, zh: string) => credentialErrors.claimsInvalid({ problem }, { zh: { problem: zh } });
  if (Object.keys(claims).length === 0) throw refuse('it says nothing', '没有内容');
  if (JSON.stringify(claims).length > maxChars) {
    throw refuse(`it has more than ${maxChars} characters`, `超过 ${maxChars} 个字符`);
  }
  if (isLargeGraph(claims, most)) {
    const { objects, values } = most;
    throw refuse(
      `it has more than ${objects} objects or ${values} values, or names some "_:…"`,
      `对象超过 ${objects} 个、值超过 ${values} 个，或使用了“_:…”形式的名称`,
    );
  }
  const fault = findFault(claims, '', 0);
  if (fault) throw refuse(fault.en, fault.zh);
}
