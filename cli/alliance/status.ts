import { exitCodes } from '../errors.ts';
import { readVotingAddress } from './keyFolder.ts';
import { type AllianceState, findOwnMember, get } from './platform.ts';

export interface StatusParameters {
  url: string;
  folder?: string;
  json?: boolean;
}

/** Prints how the alliance of a platform is, and with a folder what its key is there. */
export async function status({ url, folder, json = false }: StatusParameters): Promise<number> {
  const state = await get<AllianceState>(url, '/api/alliance');
  const key = folder === undefined ? null : await readVotingAddress(folder);
  const own = key && state.state === 'founded' ? await findOwnMember(url, key).catch(() => null) : null;
  if (json) {
    console.log(JSON.stringify({ ...state, ...(key ? { own: { key, member: own } } : {}) }, null, 2));
    return exitCodes.ok;
  }
  const { founding, counts, log, rules } = state;
  const line = (name: string, value: unknown) => console.log(`${name.padEnd(12)} ${String(value)}`);
  line('alliance', state.name ? `${state.name.zh} ${state.name.en}: ${state.state}` : state.state);
  if (state.governor) line('governor', `${state.governor} on chain ${state.chainId}`);
  if (state.charterHash) line('charter', state.charterHash);
  if (founding && state.state !== 'founded') {
    line(
      'founding',
      `${founding.step}: ${founding.signed} of ${founding.total} signed, ${founding.enrolled} on the chain`,
    );
    for (const { slug, signedAt, problem } of founding.founders) {
      if (!signedAt || problem) line('', `${slug} ${problem ?? 'has not signed'}`);
    }
  }
  if (rules) line('rules', JSON.stringify(rules));
  if (state.state === 'founded') line('members', JSON.stringify(counts));
  if (log.contract) line('log', `${log.contract}, owned by the ${log.ownedBy ?? 'unknown'}`);
  if (key)
    line('your key', `${key} ${own ? `of ${own.slug}, ${own.status}, votes with ${own.votes}` : "is no member's key"}`);
  return exitCodes.ok;
}
