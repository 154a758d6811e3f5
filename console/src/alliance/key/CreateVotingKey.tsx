import '../../operator/keys/keys.css';
import '../../operator/wallets/wallets.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { ShowWords } from '../../operator/wallets/ShowWords.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { downloadKey, keepKey } from './keepKey.ts';
import type { StoredKey } from './keyStore.ts';
import { PasswordFields } from './PasswordFields.tsx';
import { keyOfPhrase, makePhrase, type WordLanguage } from './recoveryPhrase.ts';
import { refreshStoredKeys } from './useStoredKeys.ts';

interface CreateValues {
  language: WordLanguage;
  password: string;
}

interface CreateVotingKeyProps {
  onClose: () => void;
  onMade?: ((address: StoredKey['address']) => void) | undefined;
}

/** Makes a voting key in this browser: a password, then the words once, and only then is the key kept. */
export function CreateVotingKey({ onClose, onMade }: CreateVotingKeyProps) {
  const { t } = useTranslation('votingKey');
  const language = useLanguage();
  const client = useQueryClient();
  const [draft, setDraft] = useState<{ phrase: string; password: string } | null>(null);
  const keep = useMutation({
    gcTime: 0,
    mutationFn: ({ phrase, password }: { phrase: string; password: string }) =>
      keepKey(keyOfPhrase(phrase), password, true),
    onSuccess: async ({ address }) => {
      setDraft(null);
      await refreshStoredKeys(client);
      onMade?.(address);
    },
  });
  const made = keep.data;
  const atWords = draft !== null && !made;
  useEffect(() => {
    if (!atWords) return;
    // Whoever leaves the page now loses the words.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [atWords]);
  return (
    <Modal
      open
      width={atWords ? 680 : 560}
      title={made ? t('made.title') : atWords ? t('create.wordsTitle') : t('create.title')}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
      keyboard={!atWords}
    >
      {made && (
        <div className="stack">
          <Alert type="success" showIcon title={t('made.text')} />
          <div className="secret" data-testid="made-address">
            <Copyable text={made.address} full />
          </div>
          <p className="muted">{t('made.next')}</p>
          <div className="form-end">
            <Button onClick={() => downloadKey(made)} data-testid="made-download">
              {t('download')}
            </Button>
            <Button type="primary" onClick={onClose} data-testid="made-close">
              {t('made.close')}
            </Button>
          </div>
        </div>
      )}
      {atWords && (
        <>
          <ShowWords mnemonic={draft.phrase} onConfirmed={() => keep.mutate(draft)} />
          {keep.isPending && <p className="muted">{t('create.locking')}</p>}
          {keep.error && <SigningProblem error={keep.error} />}
        </>
      )}
      {!made && draft === null && (
        <Form<CreateValues>
          layout="vertical"
          requiredMark={false}
          initialValues={{ language: language === 'zh-CN' ? 'simplifiedChinese' : 'english' }}
          onFinish={({ language: words, password }) => setDraft({ phrase: makePhrase(words), password })}
        >
          <p className="muted">{t('create.lead')}</p>
          <PasswordFields />
          <Form.Item name="language" label={t('create.words')} extra={t('create.wordsHint')}>
            <Radio.Group
              options={[
                { value: 'simplifiedChinese', label: t('create.chinese') },
                { value: 'english', label: t('create.english') },
              ]}
            />
          </Form.Item>
          <div className="form-end">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="primary" htmlType="submit" data-testid="key-next">
              {t('create.next')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
