import { exitCodes } from '../errors.ts';
import { exchangeCommandErrors } from './errors.ts';
import { type Door, type ExchangeOptions, listAll, openDoor, readLimit } from './openDoor.ts';
import { printFacts, printJson, printTable } from './printTable.ts';

/** A grant as the management API shows it. */
export interface ShownGrant {
  id: string;
  role: string;
  agreement: string;
  providerSlug: string;
  consumerSlug: string;
  dataset: string;
  purpose: string;
  items: string[];
  notBefore: string;
  notAfter: string;
  maxCount: number | null;
  used: number;
  state: string;
  transaction: string | null;
  reason: string | null;
}

const path = '/api/exchange/grants';
const other = ({ role, providerSlug, consumerSlug }: ShownGrant) => (role === 'provider' ? consumerSlug : providerSlug);
const tellUses = ({ used, maxCount }: ShownGrant) => (maxCount === null ? used : `${used} of ${maxCount}`);

function tellGrant(grant: ShownGrant): void {
  printFacts([
    ['grant', grant.id],
    ['state', grant.state + (grant.reason ? ` (${grant.reason})` : '')],
    [grant.role === 'provider' ? 'given to' : 'given by', other(grant)],
    ['agreement', grant.agreement],
    ['dataset', grant.dataset],
    ['matter', grant.purpose],
    ['items', grant.items.join(' ')],
    ['from, to', `${grant.notBefore} … ${grant.notAfter}`],
    ['uses', tellUses(grant)],
    ['transaction', grant.transaction],
  ]);
}

/** The own grant, as the asking side, of an agreement. @throws CLI_EXCHANGE_AGREEMENT_UNKNOWN */
export async function findGrant(door: Door, agreement: string): Promise<ShownGrant> {
  const { items } = await listAll<ShownGrant>(door, path, { role: 'consumer' });
  const found = items.find((grant) => grant.agreement === agreement || grant.id === agreement);
  if (found) return found;
  throw exchangeCommandErrors.agreementUnknown({ agreement });
}

export interface GrantsParameters extends ExchangeOptions {
  id?: string;
  role?: string;
  state?: string;
  limit?: string;
}

/** Prints the department's grants on both sides, or one with what the chain says. */
export async function showGrants(parameters: GrantsParameters): Promise<number> {
  const { id, role, state, limit = '50', json } = parameters;
  const most = readLimit(limit);
  const door = await openDoor(parameters);
  if (id !== undefined) {
    const facts = await door.get<{
      grant: ShownGrant | null;
      onChain: { stage: number; holds: number; blockNumber: number; transaction: string } | null;
    }>(`${path}/${encodeURIComponent(id)}`);
    if (json) printJson(facts);
    else {
      if (facts.grant) tellGrant(facts.grant);
      const stages = ['', 'issued', 'revoked', 'renounced'];
      const { onChain } = facts;
      console.log(
        onChain
          ? `\nOn the chain: ${stages[onChain.stage]}${onChain.holds > 0 ? ', suspended' : ''}, block ${onChain.blockNumber}, ${onChain.transaction}`
          : '\nNot on the chain yet.',
      );
    }
    return exitCodes.ok;
  }
  const { items, more } = await listAll<ShownGrant>(door, path, { role, state }, most);
  if (json) printJson(items);
  else {
    printTable<ShownGrant>(
      [
        { title: 'grant', of: (one) => one.id, whole: true },
        { title: 'state', of: (one) => one.state },
        { title: 'side', of: (one) => `${one.role === 'provider' ? 'to' : 'from'} ${other(one)}` },
        { title: 'matter', of: (one) => one.purpose },
        { title: 'until', of: (one) => one.notAfter.slice(0, 10) },
        { title: 'uses', of: tellUses },
        { title: 'agreement', of: (one) => one.agreement, whole: true },
      ],
      items,
    );
    if (more) console.log('\nThere are more; --limit shows them.');
  }
  return exitCodes.ok;
}

/** Ends a grant for good: as its provider by revoking it, as its consumer by giving it up. */
export async function revoke(
  parameters: ExchangeOptions & { id: string; reason: string; renounce?: boolean },
): Promise<number> {
  const { id, reason, renounce, json } = parameters;
  const door = await openDoor(parameters);
  const act = renounce ? 'renounce' : 'revoke';
  const grant = await door.post<ShownGrant>(`${path}/${encodeURIComponent(id)}/${act}`, { reason });
  if (json) printJson(grant);
  else {
    tellGrant(grant);
    console.log('\nNew requests are refused from now on, and what runs is ended; the chain shows it within seconds.');
  }
  return exitCodes.ok;
}
