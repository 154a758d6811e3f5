import type { Store } from '../../store/index.ts';
import type { CaptureParameters } from '../capture/captureDocument.ts';
import type { CaptureJob } from '../capture/captureJob.ts';
import { type ExportEventsParameters, exportEvents } from './exportEvents.ts';
import { type ImportFileParameters, importFile } from './importFile.ts';
import { type FilePreview, type PreviewFileParameters, previewFile } from './previewFile.ts';
import { type ImportedFile, listImports } from './readImports.ts';
import type { WriteTemplateParameters } from './writeTemplate.ts';

export interface OpenImportsParameters {
  store: Store;
  capture: (document: unknown, parameters: CaptureParameters) => Promise<CaptureJob>;
}

/** Tables in and out: for enterprises whose systems do not speak EPCIS. */
export interface Imports {
  writeTemplate(parameters: WriteTemplateParameters): Promise<Buffer>;
  /** Reads a file and stores nothing. */
  preview(parameters: PreviewFileParameters): Promise<FilePreview>;
  /** See `importFile`. */
  confirm(parameters: Omit<ImportFileParameters, 'store' | 'capture'>): Promise<ImportedFile>;
  list(page: { member: string; perPage: number; nextPageToken: string | null }): ReturnType<typeof listImports>;
  /** See `exportEvents`. */
  export(parameters: ExportEventsParameters): AsyncGenerator<string>;
}

/** Opens imports and exports over the room's tables. */
export function openImports({ store, capture }: OpenImportsParameters): Imports {
  return {
    // Loaded at its first use, as the reader of workbooks is: most never need it.
    writeTemplate: async (parameters) => (await import('./writeTemplate.ts')).writeTemplate(parameters),
    preview: (parameters) => previewFile(store.sql, parameters),
    confirm: (parameters) => importFile({ ...parameters, store, capture }),
    list: (page) => listImports(store.sql, page),
    export: (parameters) => exportEvents(store.sql, parameters),
  };
}
