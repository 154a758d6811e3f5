import { Checkbox, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { CellProblem, Preview } from './api.ts';

type Row = Preview['rows'][number];

/** The rows of a file as it has them, what is wrong with a cell under it. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const { t } = useTranslation('imports');
  const chinese = useLanguage() === 'zh-CN';
  const [onlyWrong, setOnlyWrong] = useState(preview.problemCount > 0);
  const problems = new Map<string, CellProblem[]>();
  for (const problem of preview.problems) {
    const key = `${problem.row} ${problem.column ?? ''}`;
    problems.set(key, [...(problems.get(key) ?? []), problem]);
  }
  const wrongRows = new Set(preview.problems.map(({ row }) => row));
  const rows = onlyWrong ? preview.rows.filter(({ number }) => wrongRows.has(number)) : preview.rows;
  const tell = (found: CellProblem[] = []) =>
    found.map(({ zh, en }) => (
      <span key={en} className="cell-problem">
        {chinese ? zh : en}
      </span>
    ));
  const at = ({ number }: Row, column = '') => problems.get(`${number} ${column}`);
  // Columns that the file leaves empty would only push the others aside.
  const shown = preview.columns.filter(({ id }) => preview.rows.some((row) => row.texts[id] || at(row, id)));
  return (
    <div>
      {preview.problemCount > 0 && (
        <Checkbox checked={onlyWrong} onChange={({ target }) => setOnlyWrong(target.checked)}>
          {t('preview.onlyWrong')}
        </Checkbox>
      )}
      <Table<Row>
        className="preview-table"
        size="small"
        bordered
        rowKey="number"
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        data-testid="preview-table"
        columns={[
          {
            title: t('preview.row'),
            key: 'row',
            fixed: 'left',
            render: (_, row) => (
              <>
                {row.number}
                {tell(at(row))}
              </>
            ),
            onCell: (row) => ({ className: at(row) ? 'cell-wrong' : '' }),
          },
          ...shown.map(({ id, zh, en }) => ({
            title: chinese ? zh : en,
            key: id,
            render: (_: unknown, row: Row) => (
              <>
                <span className="cell-text">{row.texts[id] ?? ''}</span>
                {tell(at(row, id))}
              </>
            ),
            onCell: (row: Row) => ({ className: at(row, id) ? 'cell-wrong' : '' }),
          })),
        ]}
      />
    </div>
  );
}
