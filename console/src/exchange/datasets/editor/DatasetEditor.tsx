import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../../api/problem.ts';
import { pickText } from '../../../i18n/language.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Problem } from '../../../operator/Problem.tsx';
import type { DatasetDraft, ManagedDataset } from '../../api/datasets.ts';
import { useChange } from '../../parts/useChange.ts';
import { DirectoryFields } from './DirectoryFields.tsx';
import { type DraftValues, fieldOf, toDraft } from './draftValues.ts';
import { ItemsFields } from './ItemsFields.tsx';
import { LimitFields } from './LimitFields.tsx';
import { SharingFields } from './SharingFields.tsx';
import { SourceChoice } from './SourceChoice.tsx';
import { WhatFields } from './WhatFields.tsx';

interface DatasetEditorProps {
  initial: DraftValues;
  save: (draft: DatasetDraft) => Promise<ManagedDataset>;
  onSaved: (managed: ManagedDataset) => unknown;
}

/** All fields of a dataset; what the platform finds wrong is marked at its place. */
export function DatasetEditor({ initial, save, onSaved }: DatasetEditorProps) {
  const { t } = useTranslation('xDatasets');
  const language = useLanguage();
  const [form] = Form.useForm<DraftValues>();
  const change = useChange(save, onSaved);
  const send = () => {
    const names = Object.keys(initial) as (keyof DraftValues)[];
    form.setFields(names.map((name) => ({ name, errors: [] })));
    change.mutate(toDraft(form.getFieldsValue(true) as DraftValues), {
      onError: (error) => {
        const places = problemOf(error).places ?? [];
        form.setFields(
          places.map(({ path, words }) => ({
            name: fieldOf(path) as never,
            errors: [pickText(words, language) ?? ''],
          })),
        );
      },
    });
  };
  return (
    <Form<DraftValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={initial}
      onFinish={send}
    >
      <div className="stack">
        <WhatFields />
        <DirectoryFields />
        <SharingFields />
        <LimitFields />
        <SourceChoice />
        <ItemsFields />
        {change.error && <Problem error={change.error} />}
        <div className="modal-end">
          <Button type="primary" size="large" htmlType="submit" loading={change.isPending} data-testid="save-dataset">
            {t('editor.save')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
