import { defineErrors } from '../../errors.ts';

/** Errors of files that are imported. What is wrong with single cells is in the preview. */
export const importErrors = defineErrors('import', {
  tooLarge: {
    status: 413,
    retryable: false,
    cause: 'The file is too large: {problem}.',
    next: 'Split it into files of at most 5,000 rows and 5 MB and import them one after the other.',
    zh: { cause: '文件过大：{problem}。', next: '请拆成每个不超过 5,000 行、5 MB 的文件，依次导入。' },
  },
  unreadable: {
    status: 400,
    retryable: false,
    cause: 'The file cannot be read as a table: {problem}.',
    next: 'Save it as .xlsx, or as CSV in UTF-8 or GB18030, from one of the templates.',
    zh: {
      cause: '文件无法作为表格读取：{problem}。',
      next: '请用模板填写，并另存为 .xlsx，或另存为 UTF-8 或 GB18030 编码的 CSV。',
    },
  },
  headerUnknown: {
    status: 400,
    retryable: false,
    cause: 'The first row of the file is not that of a template: {problem}.',
    next: 'Download a template, keep its first row as it is and fill in the rows below.',
    zh: { cause: '文件第一行与模板不符：{problem}。', next: '请下载模板，保持第一行不变，在下面各行填写。' },
  },
  cellsWrong: {
    status: 400,
    retryable: false,
    cause: '{count} cells of the file are wrong; the first is row {row}, column {column}: {problem}.',
    next: 'Correct every entry of details.errors and upload the file again; nothing was stored.',
    zh: {
      cause: '文件中有 {count} 个单元格有误，第一处在第 {row} 行“{column}”列：{problem}。',
      next: '请按 details.errors 逐项改正后重新上传；本次没有保存任何内容。',
    },
  },
  fileChanged: {
    status: 409,
    retryable: false,
    cause: 'The file is not the one that was looked at before.',
    next: 'Upload it for a new preview, then confirm that one.',
    zh: { cause: '该文件与先前预览的文件不同。', next: '请上传该文件重新预览，再确认导入。' },
  },
  formatUnknown: {
    status: 400,
    retryable: false,
    cause: '{value} is not a format of an export.',
    next: 'Use json, xml or csv.',
    zh: { cause: '{value} 不是可导出的格式。', next: '请使用 json、xml 或 csv。' },
  },
});
