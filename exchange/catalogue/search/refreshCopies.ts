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
/** So is one that says too much: every asker keeps a copy of its own. */
const mostCharacters = 64 * 1024 * 1024;
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
  let { page, next, size } = copy.cursor ?? { page: 1, next: undefined, size: 0 };
  for (;;) {
    const got = await parts.requestCatalog({
      participant: copy.participant,
      counterparty: copy.department,
      ...(next === undefined ? {} : { page: next }),
      signal,
    });
    const { digest, entries, ...read } = readPage(got.catalog);
    size += read.size;
    if (!(await isPageKnown(parts, copy, { page, digest }))) await storePage(parts, copy, { page, digest, entries });
    if (got.next === null || page >= mostPages || size >= mostCharacters) break;
    page += 1;
    next = got.next;
    copy.cursor = { page, next, size };
    await keepCursor(parts, copy, copy.cursor);
  }
  await finishCopy(parts, copy, page);
}

/**
 * Opens the reading of copies that are due. Its readers never are at one department together, so that one that is slow holds up one
 * of them only, however many departments ask for it. @returns what reads the copy that is due first and says whether there was one
 */
export function openReading(parts: CatalogueParts): (signal: AbortSignal) => Promise<boolean> {
  const beingRead = new Set<string>();
  let lastClaim: Promise<unknown> = Promise.resolve();
  // One after the other: between asking for a copy and noting its department nobody else asks.
  const claim = () => {
    const claimed = lastClaim.then(async () => {
      const copy = await claimCopy(parts, beingRead);
      if (copy) beingRead.add(copy.department);
      return copy;
    });
    lastClaim = claimed.catch(() => undefined);
    return claimed;
  };
  return async (signal) => {
    const copy = await claim();
    if (!copy) return false;
    try {
      await refresh(parts, copy, signal);
    } finally {
      beingRead.delete(copy.department);
    }
    return true;
  };
}

async function refresh(parts: CatalogueParts, copy: CopyRow, signal: AbortSignal): Promise<void> {
  try {
    await readCopy(parts, copy, AbortSignal.any([signal, AbortSignal.timeout(readingMs)]));
  } catch (error) {
    if (signal.aborted) return;
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
}
