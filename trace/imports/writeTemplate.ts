import writeExcelFile from 'write-excel-file/node';
import { columns, columnsOf, type TemplateId, templates } from './columns.ts';
import { toCsvRow } from './csvRow.ts';

export interface WriteTemplateParameters {
  template: TemplateId;
  language: 'zh-CN' | 'en';
  format: 'csv' | 'xlsx';
}

/** A template with its headings, a row of hints that is skipped when it is read, and an example row. */
export async function writeTemplate({ template, language, format }: WriteTemplateParameters): Promise<Buffer> {
  const chinese = language === 'zh-CN';
  const own = columnsOf(template).map(({ id, required }) => ({ ...columns[id], required }));
  const headings = own.map(({ zh, en, required }) => `${chinese ? zh : en}${required ? ' *' : ''}`);
  const hints = own.map(({ hintZh, hintEn }, at) => {
    const hint = chinese ? hintZh : hintEn;
    const mark = `# ${template}`;
    return at === 0 ? `${mark} ${hint}`.trim() : hint;
  });
  const examples = own.map(({ example }) => example);
  if (format === 'csv') {
    // Spreadsheets take a file for UTF-8 by its byte order mark.
    return Buffer.from(`\ufeff${[headings, hints, examples].map(toCsvRow).join('')}`);
  }
  const grey = '#7a7a7a';
  const rows = [
    headings.map((value) => ({
      value,
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: '#e8f1ec',
      format: '@',
    })),
    hints.map((value) => ({ value, type: String, textColor: grey, wrap: true, format: '@' })),
    // As text, so that no digit of a key is lost.
    ...[examples, ...Array.from({ length: 200 }, () => own.map(() => ''))].map((cells) =>
      cells.map((value) => (value === '' ? { type: String, format: '@' } : { value, type: String, format: '@' })),
    ),
  ];
  const sheet = chinese ? templates[template].zh : templates[template].en;
  const options = { sheet, stickyRowsCount: 1, columns: own.map(({ kind }) => ({ width: kind === 'time' ? 22 : 18 })) };
  return writeExcelFile(rows, options).toBuffer();
}
