import { XiangyuError } from '../../../errors.ts';
import type { CatalogueParts } from '../parts.ts';
import {
  type CopyProblem,
  type CopyRow,
  claimCopy,
  failCopy,
  finishCopy,
  isPageKnown,
  keepCursor,
  storePage,
} from './copies.ts';
import { readPage } from './readPage.ts';

/** A catalogue that has not ended by then is cut: 200 pages of a hundred datasets. */
const mostPages = 200;
/** A reading that takes longer goes on from its cursor the next time. */
const readingMs = 120_000;

function problemOf(error: unknown): CopyProblem {
  if (error instanceof XiangyuError) {
    const { code, reason, zh } = error;
    return { code, words: { en: reason, zh: zh?.reason ?? reason } };
  }
  return { code: null, words: { en: 'Its catalogue could not be read.', zh: '无法读取其目录。' } };
}

/** Reads a catalogue page by page from where the last reading stopped; pages that have not changed are not written again. */
async function readCopy(parts: CatalogueParts, copy: CopyRow, signal: AbortSignal): Promise<void> {
  let { page, next } = copy.cursor ?? { page: 1, next: undefined };
  for (;;) {
    const got = await parts.requestCatalog({
      participant: copy.participant,
      counterparty: copy.department,
      ...(next === undefined ? {} : { page: next }),
      signal,
    });
    const { digest, entries } = readPage(got.catalog);
    if (!(await isPageKnown(parts, copy, { page, digest }))) await storePage(parts, copy, { page, digest, entries });
    if (got.next === null || page >= mostPages) break;
    page += 1;
    next = got.next;
    await keepCursor(parts, copy, { page, next });
  }
  await finishCopy(parts, copy, page);
}

/** Reads the copy that is due first. @returns whether there was one */
export async function refreshNext(parts: CatalogueParts, signal: AbortSignal): Promise<boolean> {
  const copy = await claimCopy(parts);
  if (!copy) return false;
  try {
    await readCopy(parts, copy, AbortSignal.any([signal, AbortSignal.timeout(readingMs)]));
  } catch (error) {
    if (signal.aborted) return true;
    const problem = problemOf(error);
    const { participant, department, cursor } = copy;
    parts.house.context.logger.debug(
      { err: error, participant, department },
      'a catalogue elsewhere could not be read',
    );
    const isRefused = problem.code === 'DSP_COUNTERPARTY_REFUSED';
    // The address of a page may count for a while only: then the reading begins again.
    if (isRefused && cursor !== null) await keepCursor(parts, copy, null);
    await failCopy(parts, copy, { problem, isRefused: isRefused && cursor === null });
  }
  return true;
}
