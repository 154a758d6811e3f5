import { readFile } from 'node:fs/promises';
import type { XiangyuError } from '../errors.ts';
import { engineErrors } from './errors.ts';

/** The npm package with the Conflux node, for the only platform it exists on. */
export const enginePackage = '@xcfx/node-linux-x64-gnu';

const installCommands: [family: RegExp, command: string][] = [
  [/debian|ubuntu|deepin|kylin|uos/, 'apt-get install libsqlite3-0 libssl3'],
  [/fedora|rhel|centos|openeuler|anolis|amzn|rocky|alma|alinux/, 'dnf install sqlite-libs openssl-libs'],
  [/suse|sles/, 'zypper install libsqlite3-0 libopenssl3'],
  [/arch/, 'pacman -S sqlite openssl'],
];

/** The command that installs the node's libraries, by the `ID` and `ID_LIKE` of os-release(5); Debian's when unknown. */
export function installCommand(osRelease: string): string {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].map((match) => match[1]).join(' ');
  const found = installCommands.find(([family]) => family.test(ids.toLowerCase()));
  return found?.[1] ?? 'apt-get install libsqlite3-0 libssl3';
}

/** Turns what the dynamic loader (or Node's resolver) says when the addon does not load into an error with a next step. */
export function classifyLoadError(message: string, osRelease: string): XiangyuError {
  const details = { message };
  const glibc = /version `(GLIBC(?:XX)?_[\d.]+)' not found/.exec(message)?.[1];
  if (glibc) return engineErrors.unsupportedPlatform({ reason: `its C library is older than ${glibc}` }, { details });
  const library = /(?:^|[\s/])([\w+.-]+\.so(?:\.\d+)*): cannot open shared object file/.exec(message)?.[1];
  if (library?.startsWith('ld-linux') || /Error relocating|Error loading shared library/.test(message))
    return engineErrors.unsupportedPlatform({ reason: 'its C library is not glibc' }, { details });
  if (library) return engineErrors.missingLibrary({ library, command: installCommand(osRelease) }, { details });
  const reason = message.split('\n')[0] ?? message;
  return engineErrors.notInstalled({ package: enginePackage, reason }, { details });
}

/** `/etc/os-release`, or nothing where there is none. */
export function readOsRelease(): Promise<string> {
  return readFile('/etc/os-release', 'utf8').catch(() => '');
}

/** What the support check needs to know of the machine. */
export interface Machine {
  platform: string;
  arch: string;
  /** The running glibc's version; undefined with another C library. */
  glibc: string | undefined;
}

function readMachine(): Machine {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return { platform: process.platform, arch: process.arch, glibc: report?.header?.glibcVersionRuntime };
}

/**
 * Refuses machines that the node was not built for, before anything is written.
 * @throws ENGINE_UNSUPPORTED_PLATFORM
 */
export function assertSupportedPlatform({ platform, arch, glibc }: Machine = readMachine()): void {
  if (platform !== 'linux' || arch !== 'x64')
    throw engineErrors.unsupportedPlatform({ reason: `it is ${platform}-${arch}` });
  if (!glibc) throw engineErrors.unsupportedPlatform({ reason: 'its C library is not glibc' });
}
