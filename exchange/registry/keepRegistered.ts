import { setTimeout as sleep } from 'node:timers/promises';
import { XiangyuError } from '../../errors.ts';
import { type RegisterAtPlatformParameters, registerAtPlatform } from './registerAtPlatform.ts';
import type { Registry } from './registry.ts';

export interface KeepRegisteredParameters extends RegisterAtPlatformParameters {
  registry: Registry;
  signal: AbortSignal;
}

const everyMs = 60_000;
const retryMs = { first: 1_000, most: 60_000 } as const;

/** Whether the entry is that of the present keys and address. */
export async function isRegistered(p: Omit<KeepRegisteredParameters, 'signal'>): Promise<boolean> {
  const [entry, keys] = await Promise.all([p.registry.find(p.slug), p.identity.ensure(p.slug)]);
  if (!entry || entry.state === 'withdrawn') return false;
  const same = [
    [entry.did, keys.did],
    [entry.encryptionKey.kid, keys.encryptionKey.kid],
    [entry.chainAddress.toLowerCase(), keys.chainAddress.toLowerCase()],
    [entry.address, p.house.addressOf(p.slug)],
  ];
  return same.every(([there, here]) => there === here);
}

/**
 * Registers a connector that runs on its own machine when it starts, and again when its keys or address are others than the
 * registry's, until the signal aborts. A platform that does not answer is asked again, less and less often.
 */
export async function keepRegistered(parameters: KeepRegisteredParameters): Promise<void> {
  const { house, slug, signal } = parameters;
  const logger = house.context.logger.child({ part: 'registry', connector: slug });
  let waitMs: number = retryMs.first;
  while (!signal.aborted) {
    try {
      if (!(await isRegistered(parameters))) {
        await registerAtPlatform(parameters);
        logger.info({ address: house.addressOf(slug) }, 'the connector is registered');
      }
      waitMs = everyMs;
    } catch (err) {
      if (signal.aborted) return;
      const told =
        err instanceof XiangyuError ? { code: err.code, reason: err.reason, nextStep: err.nextStep } : { err };
      logger.warn({ ...told, waitMs }, 'the connector could not be registered; tried again');
      waitMs = Math.min(waitMs * 2, retryMs.most);
    }
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}
