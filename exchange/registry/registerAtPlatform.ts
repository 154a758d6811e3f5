import { XiangyuError } from '../../errors.ts';
import { postOutgoing } from '../../host/index.ts';
import type { House } from '../house.ts';
import { connectorErrors } from '../identity/errors.ts';
import type { Identity } from '../identity/identity.ts';
import { possessionData, registrationType } from './challenge.ts';

export interface RegisterAtPlatformParameters {
  house: House;
  identity: Identity;
  /** Whose connector it is: the member of the API key. */
  slug: string;
  platformUrl: string;
  /** API key of the member with the scope `exchange`. */
  apiKey: string;
  /** DID of the alliance, for which the registration is meant. */
  alliance: string;
  /** A ConnectorCredential that the member signed on its own machine, where its DID is on its own domain. */
  credential?: string | undefined;
  signal?: AbortSignal;
}

const timeoutMs = 15_000;

/**
 * Registers a connector at the platform, or brings its entry to its present address and keys; again it does the same.
 * @throws CONNECTOR_REGISTRY_UNREACHABLE (retryable), or what the platform answers
 */
export async function registerAtPlatform(parameters: RegisterAtPlatformParameters): Promise<void> {
  const { house, identity, slug, platformUrl, apiKey, alliance, credential, signal } = parameters;
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await postOutgoing({
      url: new URL(`/api/exchange/${path}`, platformUrl).href,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      timeoutMs,
      // The platform's address is not a user's: this installation was told it.
      allowPrivate: true,
      ...(signal ? { signal } : {}),
    }).catch((cause: unknown) => {
      throw connectorErrors.registryUnreachable({ problem: cause instanceof Error ? cause.message : '' }, { cause });
    });
    const value = (answer.body.startsWith('{') ? JSON.parse(answer.body) : {}) as Record<string, unknown>;
    if (answer.status < 300) return value;
    const { code, detail, nextStep } = value;
    if (typeof code !== 'string')
      throw connectorErrors.registryUnreachable({ problem: `it answered ${answer.status}.` });
    const words = { reason: String(detail), nextStep: String(nextStep) };
    throw XiangyuError.revive({ code, status: answer.status, retryable: answer.status >= 500, ...words });
  };
  const { did, encryptionKey, chainAddress } = await identity.ensure(slug);
  const { challenge } = await post('connectors/challenges', { encryptionKey });
  const nonce = Buffer.from(await identity.open(slug, String(challenge))).toString('utf8');
  const registration = await identity.sign(slug, registrationType, {
    aud: alliance,
    slug,
    address: house.addressOf(slug),
    encryptionKey: { ...encryptionKey } as never,
    chainAddress,
    nonce,
    possession: await identity.signTyped(slug, possessionData({ did, slug, nonce })),
  });
  await post('connectors', { registration, ...(credential === undefined ? {} : { credential }) });
}
