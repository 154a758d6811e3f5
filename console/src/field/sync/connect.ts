import { ApiProblem, toProblem } from '../../api/problem.ts';
import { type Device, readSetting, writeSetting } from '../store/openFieldStore.ts';
import { ask } from './ask.ts';
import { getKit } from './getKit.ts';

interface SessionAnswer {
  principal: { kind: string; name: string; member: string } | null;
  permissions: string[];
}

/** Asks the platform whom a key stands for, without keeping it. */
async function describeKey(key: string): Promise<{ name: string; member: string; permissions: string[] }> {
  const { principal, permissions } = await ask<SessionAnswer>('/api/session', { key });
  if (principal?.kind !== 'key') throw new ApiProblem(toProblem(401, '', undefined));
  // The console marks the keys of phones with a sign before the name.
  return { name: principal.name.replace(/^\p{Emoji_Presentation}\s*/u, ''), member: principal.member, permissions };
}

/** Keeps the key on this phone with the lists of its organisation. */
export async function connect(key: string): Promise<Device> {
  const [{ name, member, permissions }, kit] = await Promise.all([describeKey(key), getKit(key)]);
  const device: Device = {
    key,
    name,
    member,
    memberName: kit.member.name,
    permissions,
    since: new Date().toISOString(),
    revoked: false,
  };
  await writeSetting('device', device);
  // The browser may otherwise clear what was not sent yet when space is short.
  await navigator.storage?.persist?.().catch(() => false);
  return device;
}

/** Forgets the key. What is waiting stays on the phone until it is connected again. */
export async function disconnect(): Promise<void> {
  await writeSetting('device', undefined);
}

/** Notes that the platform no longer takes the key. */
export async function noteRevoked(): Promise<void> {
  const device = await readSetting('device');
  if (device) await writeSetting('device', { ...device, revoked: true });
}
