import { defineErrors } from '../../errors.ts';

/** Errors of files that are imported. What is wrong with single cells is in the preview. */
export const importErrors = defineErrors('import', {
  tooLarge: {
    status: 413,
    retryable: false,
    cause: 'The file is too large: {problem}.',
    next: 'Split it into files of at most 5,000 rows and 5 MB and import them one after the other.',
  },
  unreadable: {
    status: 400,
    retryable: false,
    cause: 'The file cannot be read as a table: {problem}.',
    next: 'Save it as .xlsx, or as CSV in UTF-8 or GB18030, from one of the templates.',
  },
  headerUnknown: {
    status: 400,
    retryable: false,
    cause: 'The first row of the file is not that of a template: {problem}.',
    next: 'Download a template, keep its first row as it is and fill in the rows below.',
  },
  cellsWrong: {
    status: 400,
    retryable: false,
    cause: '{count} cells of the file are wrong; the first is row {row}, column {column}: {problem}.',
    next: 'Correct every entry of details.errors and upload the file again; nothing was stored.',
  },
  fileChanged: {
    status: 409,
    retryable: false,
    cause: 'The file is not the one that was looked at before.',
    next: 'Upload it for a new preview, then confirm that one.',
  },
  formatUnknown: {
    status: 400,
    retryable: false,
    cause: '{value} is not a format of an export.',
    next: 'Use json, xml or csv.',
  },
});
