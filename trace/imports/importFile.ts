import { randomUUID } from 'node:crypto';
import { inBoth, type Words } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { CaptureParameters } from '../capture/captureDocument.ts';
import type { CaptureJob } from '../capture/captureJob.ts';
import { columns } from './columns.ts';
import { importErrors } from './errors.ts';
import { type PreviewFileParameters, previewFile } from './previewFile.ts';
import { type ImportedFile, type ImportRow, toImport } from './readImports.ts';

export interface ImportFileParameters extends PreviewFileParameters {
  store: Store;
  capture: (document: unknown, parameters: CaptureParameters) => Promise<CaptureJob>;
  member: string;
  /** Name of who imports. */
  person: string;
  /** Of the file, as the sender calls it. */
  name: string;
  /** Of the preview that is confirmed; null imports without one. */
  digest: string | null;
}

/**
 * Captures the events of a file, all or none, and remembers the file: confirmed again it is answered with its first
 * import. Events that are stored already are not stored again, so that a broken import is simply repeated.
 * @throws IMPORT_CELLS_WRONG, IMPORT_FILE_CHANGED, and what `previewFile` and capture throw
 */
export async function importFile(parameters: ImportFileParameters): Promise<ImportedFile> {
  const { store, capture, member, person, digest } = parameters;
  const preview = await previewFile(store.sql, parameters);
  if (digest !== null && digest !== preview.digest) throw importErrors.fileChanged();
  const [known] = await store.sql<ImportRow[]>`
    SELECT * FROM trace.imports WHERE member = ${member} AND digest = ${preview.digest}`;
  if (known) return toImport(known);
  if (!preview.document) {
    const [first] = preview.problems;
    const { en, zh } = first ?? { en: 'is wrong', zh: '有误' };
    const named = columns[first?.column as keyof typeof columns] as Words | undefined;
    const column = named ? { en: named.en, zh: named.zh } : '—';
    const values = { count: preview.problems.length, row: first?.row ?? 0, column, problem: { en, zh } };
    const details = { errors: preview.problems.slice(0, 500) };
    throw importErrors.cellsWrong(...inBoth(values, { details }));
  }
  const job = await capture(preview.document, { member, errorBehaviour: 'rollback' });
  const [row] = await store.sql<ImportRow[]>`
    INSERT INTO trace.imports (id, member, digest, name, template, row_count, events, repeated, capture_id, person, created_at)
    VALUES (${randomUUID()}, ${member}, ${preview.digest}, ${parameters.name.replaceAll('\0', '').slice(0, 200)}, ${preview.template},
      ${preview.rows.length}, ${job.events}, ${job.duplicates.length}, ${job.captureID}, ${person.slice(0, 200)}, now())
    ON CONFLICT (member, digest) DO UPDATE SET digest = excluded.digest
    RETURNING *`;
  if (!row) throw new Error('the database stored no import');
  return toImport(row);
}
