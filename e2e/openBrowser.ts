import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/**
 * Unpacks the Chromium that came inside an npm package, with the libraries it needs, and gives its path. The package has
 * these libraries for one hosting platform only and recognises that by the variable set here. Not safe to run twice at
 * the same time on a machine where it never ran.
 */
export async function unpackBrowser(): Promise<string> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  // It also points fontconfig at its own folder, which has no Chinese; a machine without fonts has only that one.
  if (existsSync('/etc/fonts/fonts.conf')) delete process.env.FONTCONFIG_PATH;
  return path;
}

/**
 * A headless Chromium that contacts nobody but the pages it is shown. The package's own flags are left out: they are for
 * one page in one process and turn web security off.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackBrowser(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What moves costs time and shows nothing that a test looks at.
      '--force-prefers-reduced-motion',
    ],
  });
}
