import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../operator/Problem.tsx';
import { suggestItems } from '../../api/datasets.ts';
import type { Item } from '../../api/items.ts';

/** Makes items of a CSV table that is pasted or chosen. */
export function CsvModal({ onItems, onClose }: { onItems: (items: Item[]) => void; onClose: () => void }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const [csv, setCsv] = useState('');
  const make = useMutation({
    mutationFn: () => suggestItems({ csv }),
    onSuccess: ({ items }) => {
      onItems(items);
      onClose();
    },
  });
  return (
    <Modal open title={t('editor.fromCsv')} onCancel={onClose} footer={null} width={720} mask={{ closable: false }}>
      <div className="stack">
        <p className="muted">{t('editor.csvHint')}</p>
        <input
          type="file"
          accept=".csv,text/csv"
          aria-label={t('editor.fromCsv')}
          onChange={({ target }) => void target.files?.[0]?.text().then(setCsv)}
        />
        <Input.TextArea
          rows={8}
          value={csv}
          maxLength={1_000_000}
          aria-label={t('editor.fromCsv')}
          onChange={({ target }) => setCsv(target.value)}
        />
        {make.error && <Problem error={make.error} />}
        <div className="modal-end">
          <Button onClick={onClose}>{t('exchange:form.cancel')}</Button>
          <Button type="primary" disabled={csv.trim() === ''} loading={make.isPending} onClick={() => make.mutate()}>
            {t('editor.fromCsv')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
