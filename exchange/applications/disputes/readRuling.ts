import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import { termsSchema } from '../form/formSchema.ts';
import type { Terms } from '../model.ts';

/** `typ` of a ruling's signature. */
export const rulingType = 'xy-ruling';

const text = Type.String({ minLength: 1, maxLength: 4_000 });
const schema = Type.Object({
  id: text,
  application: text,
  provider: text,
  consumer: text,
  dataset: text,
  matter: text,
  outcome: Type.Union([Type.Literal('grant'), Type.Literal('refuse')]),
  terms: Type.Union([Type.Null(), termsSchema]),
  words: Type.Object({ zh: text, en: text }),
  at: text,
});

/** A ruling of the data authority: between which departments, about which application, and what has to be given. */
export interface SignedRuling {
  id: string;
  application: string;
  /** Slugs. */
  provider: string;
  consumer: string;
  dataset: string;
  matter: string;
  outcome: 'grant' | 'refuse';
  terms: Terms | null;
  words: { zh: string; en: string };
  at: string;
}

const validator = Compile(schema);

/** Reads a ruling that came along; only the connector of the data authority can have signed it. @throws APPLICATION_INVALID */
export async function readRuling(
  { identity, registry }: Pick<AskingContext, 'identity' | 'registry'>,
  jws: string,
): Promise<SignedRuling> {
  const wrong = (problem: string) => applicationErrors.invalid({ path: '$.xy:ruling', problem });
  const authority = await registry.authority();
  if (!authority) throw wrong('nobody is named as the data authority');
  const checked = await identity.verify(jws, { did: authority.did, type: rulingType }).catch(() => null);
  if (!checked) throw wrong('the data authority did not sign it');
  if (!validator.Check(checked.payload)) throw wrong('it is no ruling');
  return checked.payload;
}
