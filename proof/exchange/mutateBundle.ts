import { digestJson, digestText } from './digestLink.ts';
import { type ExchangeBundle, exchangeTypes } from './exchangeBundle.ts';
import { signJws, testKey } from './exchangeTesting.ts';

/** Random numbers from a seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof seeded>;
const stranger = testKey(99);
const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};
const payloadOf = (jws: string) => JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'));

/** Changes one bit of the file; null when it is no JSON any more, which nobody reads. */
function flipBit(bundle: ExchangeBundle, random: Random): unknown {
  const bytes = Buffer.from(JSON.stringify(bundle));
  const at = random(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function removeFrom(list: unknown[], random: Random): void {
  list.splice(random(list.length), 1);
}

function swapTwo<Item>(list: Item[], random: Random): void {
  const one = random(list.length);
  const two = (one + 1 + random(list.length - 1)) % list.length;
  [list[one], list[two]] = [list[two] as Item, list[one] as Item];
}

/** Ways to change a bundle, each of which has to be noticed. They change it in place or give another. */
const mutations: Record<string, (bundle: ExchangeBundle, random: Random) => unknown> = {
  flipBit,
  dropRecord: (bundle, random) => removeFrom(pick(bundle.views, random).records, random),
  dropLink: (bundle, random) => removeFrom(pick(bundle.views, random).links, random),
  dropAllLinks: (bundle, random) => {
    pick(bundle.views, random).links = [];
  },
  dropView: (bundle, random) => removeFrom(bundle.views, random),
  dropDocument: (bundle, random) => {
    delete bundle.documents[pick(Object.keys(bundle.documents), random)];
  },
  dropHash: (bundle, random) => removeFrom(pick(pick(bundle.views, random).records, random).proof.hashes, random),
  swapRecords: (bundle, random) => swapTwo(pick(bundle.views, random).records, random),
  swapLinks: (bundle, random) => swapTwo(pick(bundle.views, random).links, random),
  swapProofs: (bundle, random) => {
    const { records } = pick(bundle.views, random);
    const proofs = records.map(({ proof }) => proof);
    swapTwo(proofs, random);
    for (const [at, record] of records.entries()) record.proof = proofs[at] ?? record.proof;
  },
  swapManifests: (bundle) => {
    const [one, two] = bundle.views;
    if (one && two) [one.manifest, two.manifest] = [two.manifest, one.manifest];
  },
  duplicateRecord: (bundle, random) => {
    const { records } = pick(bundle.views, random);
    const record = pick(records, random);
    records.splice(random(records.length + 1), 0, structuredClone(record));
  },
  moveRecord: (bundle, random) => {
    const [one, two] = bundle.views;
    const [moved] = one?.records.splice(random(one.records.length), 1) ?? [];
    if (moved) two?.records.push(moved);
  },
  /** Another key signs the same record. */
  signAnew: (bundle, random) => {
    const record = pick(pick(bundle.views, random).records, random);
    record.jws = signJws(stranger, exchangeTypes.record, payloadOf(record.jws));
  },
  /** Another key signs a record that says something else, and says that it is its signer. */
  forge: (bundle, random) => {
    const record = pick(pick(bundle.views, random).records, random);
    const payload = { ...payloadOf(record.jws), outcome: 'failed', signer: stranger.did };
    record.jws = signJws(stranger, exchangeTypes.record, payload);
  },
  /** Leaves a record out and signs the manifest anew. */
  forgeManifest: (bundle, random) => {
    const view = pick(bundle.views, random);
    const at = random(view.records.length);
    const claims = payloadOf(view.manifest);
    view.records.splice(at, 1);
    claims.records.splice(at, 1);
    claims.proofs = digestJson(view.records.map(({ proof }) => ({ ...proof })));
    view.manifest = signJws(stranger, exchangeTypes.manifest, claims);
  },
  /** A document with another content under its own right name, or under the old one. */
  replaceDocument: (bundle, random) => {
    const name = pick(Object.keys(bundle.documents), random);
    const text = `${bundle.documents[name]} `;
    delete bundle.documents[name];
    bundle.documents[random(2) === 0 ? name : digestText(text)] = text;
  },
  addDocument: (bundle) => {
    bundle.documents[digestText('more')] = 'more';
  },
  replaceHash: (bundle, random) => {
    const { hashes } = pick(pick(bundle.views, random).records, random).proof;
    hashes[random(hashes.length)] = digestText(String(random(1000)));
  },
  moveIndex: (bundle, random) => {
    const { proof } = pick(pick(bundle.views, random).records, random);
    proof.index += random(2) === 0 ? 1 : -1;
  },
  otherCheckpoint: (bundle, random) => {
    const { proof } = pick(pick(bundle.views, random).records, random);
    proof.checkpoint = Object.keys(bundle.checkpoints).find((name) => name !== proof.checkpoint) ?? '';
  },
  /** An anchor on another block, under the right name. */
  moveAnchor: (bundle, random) => {
    const name = pick(Object.keys(bundle.checkpoints), random);
    const checkpoint = bundle.checkpoints[name];
    if (!checkpoint?.anchor) return;
    checkpoint.anchor.blockNumber += 1;
    const other = digestJson({ note: checkpoint.note, anchor: { ...checkpoint.anchor } });
    delete bundle.checkpoints[name];
    bundle.checkpoints[other] = checkpoint;
    for (const { records } of bundle.views) {
      for (const { proof } of records) if (proof.checkpoint === name) proof.checkpoint = other;
    }
  },
  otherAgreement: (bundle) => {
    bundle.agreement = `${bundle.agreement}x`;
  },
};

/** Names of the ways, in the order in which `mutateBundle` takes them. */
export const mutationNames = Object.keys(mutations);

/** A changed copy of a bundle; null where it is no JSON any more. */
export function mutateBundle(bundle: ExchangeBundle, number: number): { name: string; mutated: unknown } {
  const random = seeded(number);
  // Half of all are flipped bits.
  const name = number % 2 === 0 ? 'flipBit' : (mutationNames[((number - 1) / 2) % mutationNames.length] ?? 'flipBit');
  const copy = structuredClone(bundle);
  const given = mutations[name]?.(copy, random);
  return { name, mutated: name === 'flipBit' ? given : copy };
}
