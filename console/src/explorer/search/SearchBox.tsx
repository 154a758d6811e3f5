import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, type GetRef, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useProblemWords } from '../../i18n/useProblemWords.ts';
import { type SearchResult, search } from '../api/overview.ts';
import { pathOfResult } from './pathOfResult.ts';

const pauseMs = 250;

/** Finds anything by its hash, address, number or name; `/` brings the cursor here. */
export function SearchBox() {
  const { t } = useTranslation('chain');
  const language = useLanguage();
  const problemWords = useProblemWords();
  const navigate = useNavigate();
  const input = useRef<GetRef<typeof AutoComplete>>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [note, setNote] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.key !== '/' || target?.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const { data, isFetching } = useQuery({
    queryKey: ['explorer', 'search', asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: asked.length > 0,
    staleTime: 10_000,
    retry: false,
  });
  const go = (result: SearchResult) => {
    setText('');
    setNote(null);
    setOpen(false);
    input.current?.blur();
    void navigate({ to: pathOfResult(result) });
  };
  const submit = async () => {
    const wanted = text.trim();
    if (wanted === '') return;
    try {
      const results = await search(wanted);
      const [only] = results;
      if (only && results.length === 1) return go(only);
      if (results.length === 0) setNote(t('search.nothing', { text: wanted }));
      setAsked(wanted);
      setOpen(results.length > 1);
    } catch (error) {
      const { title, detail } = problemWords(error);
      setNote([title, detail].filter(Boolean).join(' · '));
    }
  };
  const results = asked === text.trim() ? (data ?? []) : [];
  return (
    <search className="search">
      <AutoComplete
        ref={input}
        value={text}
        open={open && results.length > 0}
        onOpenChange={setOpen}
        defaultActiveFirstOption={false}
        options={results.map((result) => ({
          value: pathOfResult(result),
          label: (
            <span className="search-result">
              <small>{t(`search.kind.${result.kind}`)}</small>
              <span>
                {result.kind === 'epoch' ? formatNumber(Number(result.id), language) : result.title}
                {result.title !== result.id && result.kind !== 'epoch' && <code> {result.id}</code>}
              </span>
              {result.space && <small>{t(`space.${result.space}`)}</small>}
            </span>
          ),
        }))}
        onSelect={(path: string) => {
          const result = results.find((one) => pathOfResult(one) === path);
          if (result) go(result);
        }}
        onChange={(value: string) => {
          // A chosen option would otherwise put its path into the box.
          if (value.startsWith('/explorer/')) return;
          setText(value);
          setNote(null);
          setOpen(true);
        }}
      >
        <Input.Search
          size="large"
          enterButton={t('search.go')}
          prefix={<SearchOutlined />}
          suffix={<kbd className="search-key">/</kbd>}
          placeholder={t('search.placeholder')}
          aria-label={t('search.placeholder')}
          loading={isFetching && text !== ''}
          onSearch={() => void submit()}
          data-testid="search"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
        />
      </AutoComplete>
      <p role="status" className="search-note" data-testid="search-note">
        {note}
      </p>
    </search>
  );
}
