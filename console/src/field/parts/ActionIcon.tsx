/** @jsxImportSource preact */
import type { ActionId } from '../events/actions.ts';

/** Drawn on a grid of 24, lines only. */
const paths: Readonly<Record<ActionId, string>> = {
  sow: 'M12 21v-9M12 12c0-4-3-6-7-6 0 4 3 6 7 6zM12 10c0-4 3-6 7-6 0 4-3 6-7 6zM6 21h12',
  fertilise: 'M8 3h8l-1 4H9zM9 7c-3 2-4 5-4 8a6 6 0 0 0 6 6h2a6 6 0 0 0 6-6c0-3-1-6-4-8M9 14h6M12 11v6',
  harvest: 'M4 11h16l-2 9H6zM8 11c0-4 2-7 4-7s4 3 4 7M9 15v2M12 15v2M15 15v2',
  process: 'M4 20V10l5 3v-3l5 3V6h6v14zM8 17h1M12 17h1M16 17h1',
  pack: 'M3 8l9-5 9 5v9l-9 5-9-5zM3 8l9 5 9-5M12 13v9M7.500 5.500l9 5',
  ship: 'M2 6h11v10H2zM13 10h4l4 3v3h-8zM6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  receive: 'M3 21V9l9-6 9 6v12M8 21v-7h8v7M12 5v6M9.500 8.500L12 11l2.500-2.500',
  sell: 'M3 7h18l-1.500 5h-15zM5 12v8h14v-8M10 20v-5h4v5M8 7l1-4h6l1 4',
};

/** The sign of an action. */
export function ActionIcon({ action }: { action: ActionId }) {
  return (
    <svg viewBox="0 0 24 24" class="icon" aria-hidden="true">
      <path d={paths[action]} />
    </svg>
  );
}
