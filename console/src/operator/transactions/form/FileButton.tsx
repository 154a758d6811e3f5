import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';

interface FileButtonProps {
  label: string;
  /** Files of any name: some kinds have no ending of their own. */
  anyName?: boolean;
  /** The text of the file that was chosen; it is read here and goes nowhere by itself. */
  onText: (text: string, name: string) => void;
}

/** Chooses a file of JSON or text. */
export function FileButton({ label, anyName = false, onText }: FileButtonProps) {
  return (
    <Upload
      {...(anyName ? {} : { accept: '.json,.abi,.bin,.txt,application/json' })}
      showUploadList={false}
      beforeUpload={async (file) => {
        onText(await file.text(), file.name);
        return Upload.LIST_IGNORE;
      }}
    >
      <Button icon={<UploadOutlined />}>{label}</Button>
    </Upload>
  );
}
