import { verifyMessage } from 'viem';
import { createSiweMessage, generateSiweNonce, parseSiweMessage, validateSiweMessage } from 'viem/siwe';
import { isOwnOrigin } from '../checkOrigin.ts';
import type { Caller } from './askAccounts.ts';
import { type AttemptKeys, beginAttempt, forgive } from './attempts.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';
import { requireFreshSession } from './readSession.ts';
import { openSession, type SignedIn } from './signIn.ts';

type Address = `0x${string}`;

/** A text is to be signed within this time. */
const patienceMs = 10 * 60_000;

/** The origin that the text names: that of the page which asked, if it is ours, else that of the platform. */
function originOf({ baseUrl, origins }: PeopleParts, { headers }: Caller): URL {
  const origin = headers.get('origin');
  return new URL(origin && isOwnOrigin(origin, headers, origins) ? origin : baseUrl);
}

export interface PrepareWalletTextParameters {
  address: Address;
  /** Who links the wallet; null to sign in with one that is linked. */
  userId: string | null;
}

/** Writes the text for a wallet to sign (EIP-4361), with a nonce that is good once. */
export async function prepareWalletText(
  parts: PeopleParts,
  caller: Caller,
  { address, userId }: PrepareWalletTextParameters,
): Promise<string> {
  const { sql } = parts.store;
  const { host, origin } = originOf(parts, caller);
  const [nonce, now] = [generateSiweNonce(), new Date()];
  const expirationTime = new Date(now.getTime() + patienceMs);
  await sql`delete from alliance.wallet_nonce where expires_at < now()`;
  await sql`
    insert into alliance.wallet_nonce (nonce, address, user_id, domain, expires_at)
    values (${nonce}, ${address.toLowerCase()}, ${userId}, ${host}, ${expirationTime})`;
  return createSiweMessage({
    address,
    domain: host,
    uri: origin,
    version: '1',
    chainId: parts.evmChainId,
    nonce,
    statement: userId === null ? 'Sign in to Xiangyu.' : 'Link this wallet to my Xiangyu account.',
    issuedAt: now,
    expirationTime,
  });
}

export interface WalletProof {
  message: string;
  signature: Address;
}

/** Checks a signed text and uses its nonce up; gives the address in lower case. Throws PEOPLE_WALLET_PROOF_WRONG. */
async function checkWalletProof(
  { store: { sql }, evmChainId }: PeopleParts,
  { message, signature }: WalletProof,
  userId: string | null,
): Promise<Address> {
  const refuse = (reason: string, zh: string) => peopleErrors.walletProofWrong({ reason }, { zh: { reason: zh } });
  const { nonce, address, chainId, domain, expirationTime } = parseSiweMessage(message);
  if (!nonce || !address || !domain) throw refuse('it is no text of EIP-4361', '不是 EIP-4361 文本');
  const [asked] = await sql<{ address: string; domain: string; expires_at: Date }[]>`
    delete from alliance.wallet_nonce
    where nonce = ${nonce} and user_id is not distinct from ${userId}
    returning address, domain, expires_at`;
  if (!asked)
    throw refuse('its nonce was used, is too old or belongs to something else', '其中的随机数已使用、已过期或另有用途');
  if (asked.expires_at <= new Date() || !expirationTime) throw refuse('it has expired', '已过期');
  if (asked.address !== address.toLowerCase()) throw refuse('it names another account', '其中写的是另一账户');
  if (chainId !== evmChainId) throw refuse('it names another chain', '其中写的是另一条链');
  if (domain !== asked.domain) throw refuse('it names another domain', '其中写的是另一域名');
  if (!validateSiweMessage({ message: parseSiweMessage(message), address, domain, nonce })) {
    throw refuse('it has expired or is not valid yet', '已过期或尚未生效');
  }
  const good = await verifyMessage({ address, message, signature }).catch(() => false);
  if (!good) throw refuse('the signature is of another account or another text', '签名属于另一账户或另一文本');
  return address.toLowerCase() as Address;
}

/**
 * Signs in with a linked wallet. Only who holds the key of a wallet learns whether it is linked.
 *
 * @throws PEOPLE_WALLET_PROOF_WRONG, PEOPLE_TOO_MANY_ATTEMPTS
 */
export async function signInWithWallet(parts: PeopleParts, caller: Caller, proof: WalletProof): Promise<SignedIn> {
  const keys: AttemptKeys = { kind: 'wallet', address: caller.address };
  await beginAttempt(parts.store, keys);
  const address = await checkWalletProof(parts, proof, null);
  const [owner] = await parts.store.sql<{ user_id: string }[]>`
    select user_id from alliance.wallet where address = ${address}`;
  if (!owner)
    throw peopleErrors.walletProofWrong(
      { reason: 'no account here has this wallet' },
      { zh: { reason: '没有账户关联该钱包' } },
    );
  await forgive(parts.store, keys);
  return openSession(parts, caller, { userId: owner.user_id, method: 'wallet', secondFactor: false, remember: true });
}

/** A wallet that is linked to a person. */
export interface LinkedWallet {
  /** In lower case. */
  address: Address;
  createdAt: string;
}

/** Links a wallet to a person. Throws PEOPLE_WALLET_PROOF_WRONG, PEOPLE_WALLET_TAKEN, PEOPLE_SESSION_NOT_FRESH. */
export async function linkWallet(parts: PeopleParts, caller: Caller, proof: WalletProof): Promise<LinkedWallet> {
  const { userId } = await requireFreshSession(parts, caller.headers);
  const address = await checkWalletProof(parts, proof, userId);
  const [row] = await parts.store.sql<{ created_at: Date }[]>`
    insert into alliance.wallet as w (address, user_id) values (${address}, ${userId})
    on conflict (address) do update set user_id = w.user_id where w.user_id = excluded.user_id
    returning created_at`;
  if (!row) throw peopleErrors.walletTaken();
  return { address, createdAt: row.created_at.toISOString() };
}

/** The wallets of a person. */
export async function findWallets({ store: { sql } }: PeopleParts, userId: string): Promise<LinkedWallet[]> {
  const rows = await sql<{ address: Address; created_at: Date }[]>`
    select address, created_at from alliance.wallet where user_id = ${userId} order by created_at`;
  return rows.map(({ address, created_at }) => ({ address, createdAt: created_at.toISOString() }));
}

/** Takes a wallet from a person. Throws PEOPLE_WALLET_UNKNOWN. */
export async function unlinkWallet(
  { store: { sql } }: PeopleParts,
  { address, userId }: { address: string; userId: string },
): Promise<void> {
  const removed = await sql`
    delete from alliance.wallet where address = ${address.toLowerCase()} and user_id = ${userId} returning address`;
  if (removed.length === 0) throw peopleErrors.walletUnknown();
}
