import { expect, test } from 'vitest';
import { assertSupportedPlatform, classifyLoadError, installCommand } from './classifyLoadError.ts';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const openEuler = 'NAME="openEuler"\nID="openEuler"\nVERSION_ID="24.03"\n';

test.each(['libsqlite3.so.0', 'libssl.so.3', 'libcrypto.so.3'])(
  '%s missing names the library and the command',
  (name) => {
    const message = `${name}: cannot open shared object file: No such file or directory`;
    const error = classifyLoadError(message, debian);
    expect(error.code).toBe('ENGINE_MISSING_LIBRARY');
    expect(error.message).toContain(name);
    expect(error.nextStep).toContain('apt-get install libsqlite3-0 libssl3');
  },
);

test('the command is that of the distribution', () => {
  expect(installCommand(openEuler)).toBe('dnf install sqlite-libs openssl-libs');
  expect(installCommand('ID=opensuse-leap\nID_LIKE="suse opensuse"\n')).toMatch(/^zypper/);
  expect(installCommand('ID="linuxmint"\nID_LIKE="ubuntu debian"\n')).toMatch(/^apt-get/);
  expect(installCommand('')).toMatch(/^apt-get/);
});

test('an old or other C library is a platform matter, with the way out', () => {
  const old = "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by node.linux-x64-gnu.node)";
  expect(classifyLoadError(old, debian).message).toMatch(/older than GLIBC_2.38.*--rpc URL/);
  const musl = 'Error loading shared library ld-linux-x86-64.so.2: No such file or directory';
  expect(classifyLoadError(musl, 'ID=alpine').code).toBe('ENGINE_UNSUPPORTED_PLATFORM');
});

test('an addon that was not installed says how to install it', () => {
  const error = classifyLoadError("Cannot find module '@xcfx/node-linux-x64-gnu'\nRequire stack: …", debian);
  expect(error.code).toBe('ENGINE_NOT_INSTALLED');
  expect(error.nextStep).toContain('npm ci');
});

test.each([
  { platform: 'darwin', arch: 'arm64', glibc: undefined },
  { platform: 'linux', arch: 'arm64', glibc: '2.39' },
  { platform: 'linux', arch: 'x64', glibc: undefined },
])('$platform-$arch with glibc $glibc is refused', (machine) => {
  expect(() => assertSupportedPlatform(machine)).toThrow(/--rpc URL/);
});

test('this kind of machine is accepted', () => {
  expect(() => assertSupportedPlatform({ platform: 'linux', arch: 'x64', glibc: '2.36' })).not.toThrow();
});
