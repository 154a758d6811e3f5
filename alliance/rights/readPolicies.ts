import { readdirSync, readFileSync } from 'node:fs';
import { type PolicyJson, policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { rightsErrors } from './errors.ts';

/** One policy with what it says to people. */
export interface Policy {
  /** Its `@id`, `area.name`. */
  id: string;
  effect: 'permit' | 'forbid';
  /** Of a permit: who may. Of a forbid: why not. */
  zh: string;
  en: string;
  text: string;
  json: PolicyJson;
}

/**
 * Reads the policies of a folder, all files `*.cedar` in the order of their names.
 *
 * @throws RIGHTS_POLICIES_WRONG for a policy that Cedar cannot parse, that lacks `@id`, `@zh` or `@en`, or an `@id` used twice
 */
export function readPolicies(folder: URL = new URL('./policies/', import.meta.url)): Policy[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cedar'));
  const seen = new Set<string>();
  return files.sort().flatMap((file) => {
    const wrong = (problem: string) => rightsErrors.policiesWrong({ file, problem });
    const parts = policySetTextToParts(readFileSync(new URL(file, folder), 'utf8'));
    if (parts.type === 'failure') throw wrong(parts.errors.map(({ message }) => message).join('; '));
    return parts.policies.map((text) => {
      const parsed = policyToJson(text);
      if (parsed.type === 'failure') throw wrong(parsed.errors.map(({ message }) => message).join('; '));
      const { id, zh, en } = parsed.json.annotations ?? {};
      if (!id || !zh || !en) throw wrong(`a policy lacks @id, @zh or @en (${id ?? text.slice(0, 60)})`);
      if (seen.has(id)) throw wrong(`@id("${id}") is used twice`);
      seen.add(id);
      return { id, effect: parsed.json.effect, zh, en, text, json: parsed.json };
    });
  });
}
