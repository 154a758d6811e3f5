import { Button, type ButtonProps, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { useChange } from './useChange.ts';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  ask: string;
  run: () => Promise<unknown>;
  onDone?: () => unknown;
}

/** A step that is asked for twice; a refusal shows below the button. */
export function ConfirmButton({ ask, run, onDone, children, ...button }: ConfirmButtonProps) {
  const { t } = useTranslation('exchange');
  const change = useChange(run, onDone);
  return (
    <span className="x-confirm">
      <Popconfirm
        title={ask}
        okText={t('form.yes')}
        cancelText={t('form.cancel')}
        okButtonProps={{ 'data-testid': 'confirm' } as never}
        onConfirm={() => change.mutate()}
      >
        <Button {...button} loading={change.isPending}>
          {children}
        </Button>
      </Popconfirm>
      {change.error && <Problem error={change.error} />}
    </span>
  );
}
