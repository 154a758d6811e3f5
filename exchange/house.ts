import type { Context } from '../host/index.ts';
import type { JsonValue } from '../proof/index.ts';
import type { Store } from '../store/index.ts';

/** A JSON object, as on the wire. */
export type JsonObject = { [key: string]: JsonValue };

/** A text in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/** What an installation may set; every part reads its own. */
export interface ExchangeSettings {
  /** Whether addresses that others name may be private, as in a closed network. */
  allowPrivateUrls: boolean;
  /** Records not anchored for longer than this make the connector warn from 70 % of it on, and stop accepting after it. */
  anchoringLimitMs: number;
  /** The algorithms of seals: AES-256-GCM with ECDH-ES, or the national SM4 and SM2. */
  suite: 'aes' | 'sm';
  /** What deliveries leave free on the disk of their folder. */
  diskReserveBytes: number;
  /** Opens the two trigger endpoints and the scripted counterparty, for tests only. */
  testProfile: boolean;
  /** `host:port` of databases that the installation itself names; sources may be there whatever network they are in. */
  trustedDatabases: readonly string[];
}

/** What every part of the room gets. One process may serve several departments: all rows carry the department's slug. */
export interface House {
  store: Store;
  context: Context;
  settings: ExchangeSettings;
  /** The clock; tests set it. */
  now: () => Date;
  /** Where others reach the connector of a department: `<origin>/dsp/<slug>`. */
  addressOf(slug: string): string;
}

/** Settings of an ordinary installation. */
export const defaultSettings: ExchangeSettings = {
  allowPrivateUrls: false,
  anchoringLimitMs: 4 * 3_600_000,
  suite: 'aes',
  diskReserveBytes: 1_000_000_000,
  testProfile: false,
  trustedDatabases: [],
};

/** Whether an address may be in a private network: where the installation allows it, and where it is this one's own. */
export function mayCallPrivate({ settings, addressOf }: Pick<House, 'settings' | 'addressOf'>, url: string): boolean {
  return (
    settings.allowPrivateUrls || settings.testProfile || URL.parse(url)?.origin === URL.parse(addressOf('x'))?.origin
  );
}
