import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectFiles } from './collectFiles.ts';

interface DropZoneProps {
  title: string;
  hint: string;
  multiple: boolean;
  onFiles: (files: File[]) => void;
}

/** Takes files, or folders of files, by drop or by choice. */
export function DropZone({ title, hint, multiple, onFiles }: DropZoneProps) {
  const { t } = useTranslation('notarize');
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    input.value = '';
  };
  return (
    <section
      className={`drop-zone ${over ? 'drop-over' : ''}`}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={async (event) => {
        event.preventDefault();
        setOver(false);
        const dropped = await collectFiles(event.dataTransfer);
        onFiles(multiple ? dropped : dropped.slice(0, 1));
      }}
    >
      <InboxOutlined className="drop-icon" />
      <b>{title}</b>
      <p className="muted">{hint}</p>
      <div className="drop-buttons">
        <Button type="primary" onClick={() => files.current?.click()}>
          {t(multiple ? 'chooseFiles' : 'chooseFile')}
        </Button>
        {multiple && (
          <Button icon={<FolderOpenOutlined />} onClick={() => folder.current?.click()}>
            {t('chooseFolder')}
          </Button>
        )}
      </div>
      <input
        ref={files}
        type="file"
        hidden
        multiple={multiple}
        data-testid="file-input"
        onChange={({ target }) => take(target)}
      />
      <input ref={folder} type="file" hidden webkitdirectory="" onChange={({ target }) => take(target)} />
    </section>
  );
}
