import { ApiProblem, isRecord, readChinese } from '../../api/problem.ts';
import { composeDocument } from '../events/composeDocument.ts';
import { changeEntry, readPhotos } from '../store/entries.ts';
import type { Entry, Refusal } from '../store/openFieldStore.ts';
import { ask } from './ask.ts';

/** What a capture job says; `running` only on a platform that captures later than it answers. */
interface Job {
  captureID?: string;
  running?: boolean;
  success?: boolean;
  errors?: unknown[];
}

/** Answers that stay the same however often one asks; all others are tried again. */
const isFinal = (status: number) => [400, 409, 410, 413, 415, 422].includes(status);

function readFaults(body: unknown): Refusal['faults'] {
  if (!isRecord(body)) return [];
  const details = isRecord(body.details) ? body.details : body;
  const errors = Array.isArray(body.errors) ? body.errors : details.errors;
  return (Array.isArray(errors) ? errors : []).filter(isRecord).map(({ pointer, problem, expected, zh }) => ({
    field: String(pointer ?? '').replace(/^\/epcisBody\/eventList\/0\/?/, ''),
    problem: String(problem ?? ''),
    expected: String(expected ?? ''),
    ...(isRecord(zh) && { zh: { problem: String(zh.problem ?? ''), expected: String(zh.expected ?? '') } }),
  }));
}

function toRefusal(status: number, body: unknown): Refusal {
  const fields = isRecord(body) ? body : {};
  return {
    status,
    code: typeof fields.code === 'string' ? fields.code : null,
    detail: String(fields.detail ?? fields.title ?? `HTTP ${status}`),
    nextStep: typeof fields.nextStep === 'string' ? fields.nextStep : null,
    ...readChinese(fields.zh),
    faults: readFaults(body),
  };
}

async function capture(entry: Entry, key: string): Promise<Refusal | null> {
  const body = JSON.stringify(composeDocument(entry.event, entry.names));
  try {
    const job = await ask<Job>('/epcis/capture', { method: 'POST', key, body, mediaType: 'application/json' });
    // A job that runs is asked for by the next attempt: the event then is a repetition, which is told apart by its hash.
    if (job?.running) throw new TypeError('the capture job has not finished');
    const [problem] = job?.errors ?? [];
    return job?.success === false || problem !== undefined ? toRefusal(409, problem) : null;
  } catch (error) {
    if (!(error instanceof ApiProblem) || !isFinal(error.problem.status)) throw error;
    return toRefusal(error.problem.status, (error as { body?: unknown }).body);
  }
}

async function sendPhotos(entry: Entry, key: string): Promise<void> {
  for (const photo of await readPhotos(entry.photosWaiting)) {
    let refused = false;
    try {
      const path = `/api/trace/attachments?${new URLSearchParams({ eventID: entry.id })}`;
      await ask(path, { method: 'POST', key, body: photo.content, mediaType: photo.mediaType });
    } catch (error) {
      if (!(error instanceof ApiProblem) || !isFinal(error.problem.status)) throw error;
      refused = true;
    }
    await changeEntry(entry.id, (now) => ({
      ...now,
      photosWaiting: now.photosWaiting.filter((hash) => hash !== photo.hash),
      photosRefused: refused ? [...now.photosRefused, photo.hash] : now.photosRefused,
    }));
  }
}

/**
 * Sends an entry and then its pictures. The eventID was made once and the platform knows a repeated event by its hash, so
 * that sending again after a lost answer stores nothing twice. Throws when there is no final answer: the entry waits on.
 */
export async function sendEntry(entry: Entry, key: string): Promise<void> {
  let current: Entry | null = entry;
  if (entry.state === 'waiting') {
    // Noted before the first byte leaves: from now on the platform may have it.
    const marked = await changeEntry(entry.id, (now) => ({ ...now, attempts: now.attempts + 1 }));
    // Corrected or deleted by the person a moment ago.
    if (!marked) return;
    const refusal = await capture(entry, key);
    current = await changeEntry(entry.id, (now) =>
      refusal === null
        ? { ...now, state: 'sent', sentAt: Date.now(), refusal: null }
        : { ...now, state: 'refused', refusal },
    );
  }
  if (current?.state === 'sent') await sendPhotos(current, key);
}
