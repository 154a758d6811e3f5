import type { Page } from 'playwright-core';
import type { RunningPlatform } from './startPlatform.ts';

/** Makes the first operator through the one-time link, and leaves the page signed in. */
export async function setUpOperator(page: Page, platform: RunningPlatform): Promise<void> {
  await page.goto(/(http:\S+\/setup#token=\S+)/.exec(platform.output())?.[1] ?? '');
  await page.getByTestId('name').fill('张运营');
  await page.getByTestId('email').fill('operator@example.org');
  await page.getByTestId('password').fill('a long pass phrase 1');
  await page.getByTestId('password-again').fill('a long pass phrase 1');
  await page.getByTestId('submit').click();
  await page.getByTestId('session-menu').waitFor();
}
