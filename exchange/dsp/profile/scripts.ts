import { kitScripts } from './kitScripts.ts';

/** What a scripted counterparty does when something happened: the steps follow one another. */
export type ScriptedStep =
  | 'offer'
  | 'request'
  | 'accept'
  | 'agree'
  | 'verify'
  | 'finalize'
  | 'terminate'
  | 'begin'
  | 'suspend'
  | 'resume'
  | 'complete';

/** What has happened: the state that the process has entered, and as which role. */
export type Occasion = `${'provider' | 'consumer'} ${string}`;

/** For each occasion the step for the first time it comes, the second time, and so on; `null` is silence. */
export type Script = Readonly<Record<Occasion, readonly (ScriptedStep | null)[]>>;

const finish = {
  'provider verified': ['finalize'],
  'provider accepted': ['agree'],
  'consumer agreed': ['verify'],
} as const;

/**
 * Scripts of negotiations by the id of their dataset: what the letters of the id after `test:` say is done. Both roles follow
 * the same one.
 */
export const negotiationScripts: Readonly<Record<string, Script>> = {
  // Agrees at once, finalizes, accepts every offer.
  'test:agree': { ...finish, 'provider requested': ['agree'], 'consumer offered': ['accept'] },
  // Answers the first request with an offer; as consumer, the first offer with a request.
  'test:counter': {
    ...finish,
    'provider requested': ['offer', 'agree'],
    'consumer offered': ['request', 'accept'],
  },
  // Makes an offer and waits for its acceptance.
  'test:offer': { ...finish, 'provider requested': ['offer'], 'consumer offered': ['accept'] },
  // Terminates as soon as it may in the state that is named.
  'test:terminate-requested': { 'provider requested': ['terminate'], 'consumer requested': ['terminate'] },
  'test:terminate-offered': {
    'provider requested': ['offer'],
    'provider offered': ['terminate'],
    'consumer offered': ['terminate'],
  },
  'test:terminate-accepted': {
    'provider requested': ['offer'],
    'provider accepted': ['terminate'],
    'consumer offered': ['accept'],
  },
  'test:terminate-agreed': {
    'provider requested': ['agree'],
    'consumer offered': ['accept'],
    'consumer agreed': ['terminate'],
  },
  'test:terminate-verified': {
    'provider requested': ['agree'],
    'provider verified': ['terminate'],
    'consumer agreed': ['verify'],
  },
  // Goes on once, and says nothing more on its own.
  'test:offer-silent': { 'provider requested': ['offer', null], 'provider accepted': [null] },
  'test:accept-silent': { 'consumer offered': ['accept'], 'consumer agreed': [null] },
  // Makes an offer, and terminates when the consumer makes one too.
  'test:offer-terminate': { 'provider requested': ['offer', 'terminate'] },
  // Takes everything and says nothing on its own.
  'test:silent': { 'provider accepted': [null], 'consumer agreed': [null] },
};

/** Scripts of transfers by the id of their agreement. */
export const transferScripts: Readonly<Record<string, Script>> = {
  'test:start': { 'provider requested': ['begin'] },
  'test:start-complete': { 'provider requested': ['begin'], 'provider started': ['complete'] },
  'test:start-suspend-resume-complete': {
    'provider requested': ['begin'],
    'provider started': ['suspend', 'complete'],
    'provider suspended': ['resume'],
  },
  'test:start-suspend-terminate': {
    'provider requested': ['begin'],
    'provider started': ['suspend'],
    'provider suspended': ['terminate'],
  },
  'test:start-terminate': { 'provider requested': ['begin'], 'provider started': ['terminate'] },
  'test:terminate': { 'provider requested': ['terminate'] },
  'test:consumer-complete': { 'provider requested': ['begin'], 'consumer started': ['complete'] },
  'test:consumer-suspend-resume-complete': {
    'provider requested': ['begin'],
    'consumer started': ['suspend', 'complete'],
    'consumer suspended': ['resume'],
  },
  'test:consumer-suspend-terminate': {
    'provider requested': ['begin'],
    'consumer started': ['suspend'],
    'consumer suspended': ['terminate'],
  },
  'test:consumer-terminate': { 'provider requested': ['begin'], 'consumer started': ['terminate'] },
  'test:consumer-terminate-requested': { 'consumer requested': ['terminate'] },
  'test:silent': {},
};

/** The script of a dataset or agreement: by its own id, or by one of the kit's. */
export function findScript(scripts: Readonly<Record<string, Script>>, id: string): Script | undefined {
  const name = kitScripts.get(id) ?? id;
  return Object.hasOwn(scripts, name) ? scripts[name] : undefined;
}
