/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { FieldBox } from '../parts/FieldBox.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { disconnect } from '../sync/connect.ts';
import { fill, useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { go } from '../useRoute.ts';
import { type WorkerState, watchWorker } from '../worker/installWorker.ts';

/** What this phone may do and what it keeps. */
export function PhoneScreen() {
  const { t, language, nameOf } = useTexts();
  const field = useField();
  const [worker, setWorker] = useState<WorkerState>('preparing');
  const [refreshed, setRefreshed] = useState<boolean | null>(null);
  useEffect(() => watchWorker(setWorker), []);
  const { device, kit } = field;
  if (!device) return null;
  const time = (value: string | number) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
  const words: Record<string, string | undefined> = t.phone.permission;
  const leave = async () => {
    if (!window.confirm(t.phone.disconnectConfirm)) return;
    await disconnect();
    await field.reload();
    go('/');
  };
  return (
    <main class="screen">
      <TopBar title={t.phone.title} />
      <section class="card">
        <dl>
          <dt>{t.phone.as}</dt>
          <dd>{nameOf(device.memberName, device.member)}</dd>
          <dt>{t.phone.name}</dt>
          <dd>{device.name}</dd>
          <dt>{t.phone.since}</dt>
          <dd>{time(device.since)}</dd>
          <dt>{t.phone.may}</dt>
          <dd>
            <ul data-testid="may">
              {device.permissions.map((action) => (
                <li key={action}>{words[action] ?? fill(t.phone.permission.other, { action })}</li>
              ))}
            </ul>
          </dd>
          <dt>{t.phone.mayNot}</dt>
          <dd>{t.phone.mayNotText}</dd>
        </dl>
      </section>
      <p class={`strip ${worker === 'ready' ? 'good' : 'warning'}`} data-testid="worker" data-state={worker}>
        {{ ready: t.phone.ready, preparing: t.phone.notReady, impossible: t.phone.noWorker }[worker]}
      </p>
      <section class="card">
        <h2>{t.phone.lists}</h2>
        {kit && (
          <p>
            {fill(t.phone.listsText, {
              places: kit.places.length,
              products: kit.products.length,
              parties: kit.parties.length,
              lots: kit.lots.length,
            })}
            <br />
            <small>{fill(t.phone.fetched, { time: time(kit.fetchedAt) })}</small>
          </p>
        )}
        <button
          type="button"
          class="second"
          data-testid="refresh"
          onClick={async () => setRefreshed(await field.refreshKit())}
        >
          {t.phone.refresh}
        </button>
        {refreshed !== null && <p class="hint">{refreshed ? t.phone.refreshed : t.phone.refreshFailed}</p>}
      </section>
      <section class="card">
        <FieldBox id="own-party" label={t.phone.ownParty} hint={t.phone.ownPartyHint} fault={undefined}>
          <ChoiceField
            id="own-party"
            kind="party"
            title={t.phone.ownParty}
            value={field.ownParty}
            onChange={(id) => void field.setOwnParty(id)}
          />
        </FieldBox>
      </section>
      <section class="card">
        <h2>{t.phone.install}</h2>
        <p>{t.phone.installText}</p>
      </section>
      <section class="card">
        <p>{t.phone.disconnectText}</p>
        <button type="button" class="second danger" data-testid="disconnect" onClick={leave}>
          {t.phone.disconnect}
        </button>
      </section>
    </main>
  );
}
