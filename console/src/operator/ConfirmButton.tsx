import { Button, type ButtonProps, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from './Problem.tsx';
import { type Room, useRoomChange } from './useRoomChange.ts';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** Whose pages read what it changes. */
  room: Room;
  ask: string;
  run: () => Promise<unknown>;
  onDone?: () => unknown;
}

/** A step that is asked for twice; a refusal shows below the button. */
export function ConfirmButton({ room, ask, run, onDone, children, ...button }: ConfirmButtonProps) {
  const { t } = useTranslation('shell');
  const change = useRoomChange(room, run, onDone);
  return (
    <span className="confirm-button">
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
