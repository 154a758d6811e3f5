import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameWord, pickPlaces, splitWords } from './recoveryWords.ts';

/** How many words somebody is asked for. */
const asked = 3;

/** Recovery words to write down, then a few of them asked for: only who can answer gets further. There is no button that copies. */
export function ShowWords({ mnemonic, onConfirmed }: { mnemonic: string; onConfirmed: () => void }) {
  const { t } = useTranslation('wallets');
  const words = splitWords(mnemonic);
  const [places, setPlaces] = useState<number[] | null>(null);
  const [written, setWritten] = useState(false);
  if (places === null) {
    return (
      <div className="stack">
        <Alert type="warning" showIcon title={t('words.text')} description={t('words.how')} />
        <ol className="recovery-words" data-testid="recovery-words" translate="no">
          {words.map((word, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and none changes its place.
            <li key={at}>{word}</li>
          ))}
        </ol>
        <Checkbox checked={written} onChange={({ target }) => setWritten(target.checked)} data-testid="words-written">
          {t('words.written')}
        </Checkbox>
        <div className="form-end">
          <Button
            type="primary"
            disabled={!written}
            onClick={() => setPlaces(pickPlaces(words.length, asked))}
            data-testid="words-next"
          >
            {t('words.next')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={onConfirmed}>
      <p>{t('words.ask')}</p>
      {places.map((place, at) => (
        <Form.Item
          key={place}
          name={String(place)}
          label={t('words.place', { place: place + 1 })}
          validateTrigger="onSubmit"
          rules={[
            {
              validator: async (_, typed: string | undefined) => {
                if (!isSameWord(typed ?? '', words[place] ?? '')) throw new Error(t('words.wrong'));
              },
            },
          ]}
        >
          <Input autoComplete="off" spellCheck={false} autoFocus={at === 0} data-testid={`word-${place + 1}`} />
        </Form.Item>
      ))}
      <div className="form-end">
        <Button onClick={() => setPlaces(null)}>{t('words.back')}</Button>
        <Button type="primary" htmlType="submit" data-testid="words-confirm">
          {t('words.confirm')}
        </Button>
      </div>
    </Form>
  );
}
