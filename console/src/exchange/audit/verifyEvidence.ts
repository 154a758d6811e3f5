import { type VerifyExchangeReturnType, verifyExchangeBundle } from '../../../../proof/index.ts';
import { getPolicy } from '../../api/getPolicy.ts';
import { readRootOnce } from '../../verify/readRoot.ts';
import { readTrust } from '../../verify/readTrust.ts';

/** Checks the evidence of an exchange in this browser: anchored roots are read from the node of this platform. */
export async function verifyEvidence(bundle: unknown): Promise<VerifyExchangeReturnType> {
  const { signal } = new AbortController();
  const { source: _, ...trusted } = await readTrust({ logKey: '', policy: '' }, () => getPolicy(signal));
  return verifyExchangeBundle(bundle, {
    ...trusted,
    readAnchoredRoot: readRootOnce(`${window.location.origin}/rpc/espace`),
  });
}
