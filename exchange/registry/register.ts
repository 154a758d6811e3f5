import type { JsonWebKey } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { getAddress, isAddress } from 'viem';
import type { Principal } from '../../alliance/index.ts';
import { checkOutgoingUrl } from '../../host/index.ts';
import { connectorErrors } from '../identity/errors.ts';
import { checkEncryptionKey } from '../identity/seal/seal.ts';
import { isOurNonce, ownsChainKey, registrationType } from './challenge.ts';
import type { RegistryContext } from './context.ts';
import { enterConnector } from './enterConnector.ts';

export interface RegisterParameters {
  principal: Principal;
  /** JWS of the connector, `typ` as `registrationType`. */
  registration: string;
  /** A ConnectorCredential that the member signed on its own machine, for a DID on its own domain. */
  credential?: string | undefined;
}

/** What the connector says in its registration. */
const claims = Compile(
  Type.Object({
    aud: Type.String(),
    slug: Type.String(),
    address: Type.String({ maxLength: 500 }),
    encryptionKey: Type.Object({
      kty: Type.String(),
      crv: Type.String(),
      x: Type.String(),
      y: Type.Optional(Type.String()),
    }),
    chainAddress: Type.String(),
    nonce: Type.String({ maxLength: 300 }),
    possession: Type.String({ maxLength: 200 }),
  }),
);

/** The base address of a connector. @throws CONNECTOR_ADDRESS_WRONG, HOST_ADDRESS_PRIVATE */
function checkAddress(address: string, slug: string, allowPrivate: boolean): string {
  const wrong = (problem: string) => connectorErrors.addressWrong({ address: address.slice(0, 200), problem, slug });
  const url = URL.parse(address);
  if (!url) throw wrong('it is no URL');
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) throw wrong('it is not https');
  if (url.search || url.hash || url.username || url.password) throw wrong('it has more than host and path');
  if (!url.pathname.endsWith(`/dsp/${slug}`)) throw wrong(`its path does not end in /dsp/${slug}`);
  checkOutgoingUrl(url.href, allowPrivate);
  return url.href;
}

/**
 * Registers a connector that a member runs on its own machine, or changes the entry of it: another address, other keys. The
 * connector shows that it has all of its keys. @throws CONNECTOR_PROOF_WRONG, CONNECTOR_ADDRESS_WRONG, CONNECTOR_KEY_WRONG
 */
export async function register(context: RegistryContext, parameters: RegisterParameters): Promise<void> {
  const { house, alliance, identity } = context;
  const { principal, registration, credential } = parameters;
  const wrong = (problem: string, cause?: unknown) => connectorErrors.proofWrong({ problem }, { cause });
  const { did, payload } = await identity.verify(registration, { type: registrationType }).catch((cause: unknown) => {
    throw wrong(cause instanceof Error && 'reason' in cause ? String(cause.reason) : 'it is no statement', cause);
  });
  const [fault] = claims.Errors(payload);
  if (!claims.Check(payload)) throw wrong(`${fault?.instancePath || 'it'} ${fault?.message ?? 'has another form'}`);
  const { slug, nonce, possession } = payload;
  if (slug !== principal.member) throw wrong(`it is of ${slug}, and the key of ${principal.member} was used`);
  if (payload.aud !== (await alliance.dids.ensure(null)).did) throw wrong('it is meant for another alliance');
  const encryptionKey = checkEncryptionKey(payload.encryptionKey as JsonWebKey);
  if (!isAddress(payload.chainAddress, { strict: false })) throw wrong('its chain address is none');
  const chainAddress = getAddress(payload.chainAddress);
  if (!isOurNonce(context, { slug, encryptionKey, nonce })) throw wrong('its challenge is not open, or not its own');
  if (!(await ownsChainKey({ did, slug, nonce }, { chainAddress, signature: possession }))) {
    throw wrong('the chain key did not sign it');
  }
  const address = checkAddress(payload.address, slug, house.settings.allowPrivateUrls);
  await enterConnector(context, {
    connector: { slug, did, address, encryptionKey, chainAddress, hosted: false },
    principal,
    action: 'exchange:register',
    detail: { change: 'registered' },
    credential,
  });
}
