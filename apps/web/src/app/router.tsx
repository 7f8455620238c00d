import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import {
  type AchievementSort,
  isAchievementSort,
  isSetFilter,
  type SetFilter,
} from '../pages/game/achievement-list.ts';
import { isGameSort, type Wanted } from '../pages/games/arranged.ts';
import { isAwardFilter, isProgressSort, type Narrowing } from '../pages/progress/narrowed.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';

const pages = {
  home: () => import('../pages/home/home.tsx'),
  games: () => import('../pages/games/games.tsx'),
  game: () => import('../pages/game/game.tsx'),
  achievement: () => import('../pages/achievement/achievement.tsx'),
  player: () => import('../pages/player/player.tsx'),
  progress: () => import('../pages/progress/progress.tsx'),
  signIn: () => import('../pages/sign-in/sign-in.tsx'),
  account: () => import('../pages/account/account.tsx'),
  welcome: () => import('../pages/welcome/welcome.tsx'),
  docs: () => import('../pages/docs/docs.tsx'),
};

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  preload: false,
  loader: async () => (await pages.home()).ahead(),
  component: lazyRouteComponent(pages.home, 'Home'),
});

const games = createRoute({
  getParentRoute: () => root,
  path: '/games',
  validateSearch: (search): Wanted & { readonly system?: number | undefined } => ({
    ...numberOf('system', search),
    ...textOf('q', search),
    ...(isGameSort(search.sort) ? { sort: search.sort } : {}),
    ...(search.empty === true ? { empty: true } : {}),
  }),
  preload: false,
  loaderDeps: ({ search: { system } }) => ({ system }),
  loader: async ({ deps }) => (await pages.games()).ahead(deps.system),
  component: lazyRouteComponent(pages.games, 'Games'),
});

const game = createRoute({
  getParentRoute: () => root,
  path: '/game/$gameId',
  validateSearch: (search): { sort?: AchievementSort | undefined; show?: SetFilter | undefined } => ({
    ...(isAchievementSort(search.sort) ? { sort: search.sort } : {}),
    ...(isSetFilter(search.show) ? { show: search.show } : {}),
  }),
  preload: false,
  loader: async ({ params }) => (await pages.game()).ahead(Number(params.gameId)),
  component: lazyRouteComponent(pages.game, 'GamePage'),
});

const achievement = createRoute({
  getParentRoute: () => root,
  path: '/achievement/$achievementId',
  validateSearch: (search): { page?: number | undefined } => numberOf('page', search),
  preload: false,
  loaderDeps: ({ search: { page } }) => ({ page }),
  loader: async ({ params, deps }) =>
    (await pages.achievement()).ahead(Number(params.achievementId), deps.page),
  component: lazyRouteComponent(pages.achievement, 'AchievementPage'),
});

const player = createRoute({
  getParentRoute: () => root,
  path: '/user/$username',
  preload: false,
  loader: async ({ params }) => (await pages.player()).ahead(params.username),
  component: lazyRouteComponent(pages.player, 'PlayerPage'),
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
  preload: false,
  loader: async ({ params }) => (await pages.progress()).ahead(params.username),
  component: lazyRouteComponent(pages.progress, 'ProgressPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Where to go from there.
  validateSearch: (search): { to?: InDocs | undefined } => (isInDocs(search.to) ? { to: search.to } : {}),
  component: lazyRouteComponent(pages.signIn, 'SignIn'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(pages.account, 'Account'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (search): { code?: string | undefined } => textOf('code', search),
  component: lazyRouteComponent(pages.welcome, 'Welcome'),
});

const docs = createRoute({
  getParentRoute: () => root,
  path: '/docs',
  preload: false,
  loader: async () => (await pages.docs()).ahead(),
  component: lazyRouteComponent(pages.docs, 'Docs'),
});

const docsStart = createRoute({
  getParentRoute: () => docs,
  path: '/',
  component: lazyRouteComponent(pages.docs, 'DocsStart'),
});

const docsEndpoint = createRoute({
  getParentRoute: () => docs,
  path: '$endpoint',
  component: lazyRouteComponent(pages.docs, 'EndpointPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[home, games, game, achievement, player, progress, signIn, account, welcome],
    docs.addChildren([docsStart, docsEndpoint]),
  ]),
  // The code of a page when somebody points at a link, its data when they follow it.
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** A page of the reference, from which somebody came to sign in. */
type InDocs = 'docs' | `docs/${string}`;

function isInDocs(value: unknown): value is InDocs {
  return typeof value === 'string' && /^docs(?:\/\w+)?$/.test(value);
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
