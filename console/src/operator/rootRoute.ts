import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './Fallbacks.tsx';
import { Shell } from './Shell.tsx';

/** The frame that all pages share. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
