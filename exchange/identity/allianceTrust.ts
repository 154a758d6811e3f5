import type { Alliance } from '../../alliance/index.ts';
import { acceptStatusList } from './httpTrust.ts';
import { createReader, type RemoteParameters } from './remote.ts';
import type { Trust } from './trust.ts';

/** Whom to believe on the platform itself: DIDs and status lists that are here are read from its own tables. */
export function allianceTrust(
  { dids, credentials }: Pick<Alliance, 'dids' | 'credentials'>,
  parameters: RemoteParameters,
): Trust {
  const reader = createReader(parameters);
  let alliance: Promise<string> | null = null;
  const ours = new URL('/credentials/status/', parameters.platformUrl).href;
  return {
    alliance() {
      // The platform's address is in it, which does not change while the process runs.
      alliance ??= dids.ensure(null).then(({ did }) => did);
      alliance.catch(() => {
        alliance = null;
      });
      return alliance;
    },
    resolve: dids.resolve,
    readStatusList: async (url) =>
      url.startsWith(ours)
        ? (await credentials.readStatusList(url.slice(ours.length))).jwt
        : reader(url, acceptStatusList),
  };
}
