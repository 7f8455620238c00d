import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import {
  type AchievementSort,
  isAchievementSort,
  isSetFilter,
  type SetFilter,
} from '../pages/game/achievement-list.ts';
import { isAwardFilter, isProgressSort, type Narrowing } from '../pages/progress/narrowed.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/home/home.tsx'), 'Home'),
});

const games = createRoute({
  getParentRoute: () => root,
  path: '/games',
  validateSearch: (search): { system?: number | undefined; q?: string | undefined } => ({
    ...numberOf('system', search),
    ...textOf('q', search),
  }),
  component: lazyRouteComponent(() => import('../pages/games/games.tsx'), 'Games'),
});

const game = createRoute({
  getParentRoute: () => root,
  path: '/game/$gameId',
  validateSearch: (search): { sort?: AchievementSort | undefined; show?: SetFilter | undefined } => ({
    ...(isAchievementSort(search.sort) ? { sort: search.sort } : {}),
    ...(isSetFilter(search.show) ? { show: search.show } : {}),
  }),
  component: lazyRouteComponent(() => import('../pages/game/game.tsx'), 'GamePage'),
});

const achievement = createRoute({
  getParentRoute: () => root,
  path: '/achievement/$achievementId',
  validateSearch: (search): { page?: number | undefined } => numberOf('page', search),
  component: lazyRouteComponent(() => import('../pages/achievement/achievement.tsx'), 'AchievementPage'),
});

const player = createRoute({
  getParentRoute: () => root,
  path: '/user/$username',
  component: lazyRouteComponent(() => import('../pages/player/player.tsx'), 'PlayerPage'),
});

const progress = createRoute({
  getParentRoute: () => root,
  path: '/user/$username/progress',
  validateSearch: (search): Narrowing & { readonly page?: number | undefined } => ({
    ...numberOf('page', search),
    ...numberOf('system', search),
    ...(isAwardFilter(search.award) ? { award: search.award } : {}),
    ...(isProgressSort(search.sort) ? { sort: search.sort } : {}),
    ...textOf('q', search),
  }),
  component: lazyRouteComponent(() => import('../pages/progress/progress.tsx'), 'ProgressPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in.tsx'), 'SignIn'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account.tsx'), 'Account'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, games, game, achievement, player, progress, signIn, account]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

type Search = Readonly<Record<string, unknown>>;

/** A whole number from 1 of the address; nothing where there is none. */
function numberOf<Name extends string>(name: Name, search: Search): { [key in Name]?: number } {
  const value = Number(search[name]);
  return Number.isSafeInteger(value) && value > 0 ? ({ [name]: value } as { [key in Name]?: number }) : {};
}

function textOf<Name extends string>(name: Name, search: Search): { [key in Name]?: string } {
  const value = search[name];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? ({ [name]: text } as { [key in Name]?: string }) : {};
}
