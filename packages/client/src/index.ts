/** A client of the Web API of Laurel, and of RetroAchievements. */
export * from './authorization.ts';
export { type Cache, createCache } from './cache.ts';
export * from './endpoints/index.ts';
export * from './errors.ts';
export type { Paging } from './iterate.ts';
export { createLimiter, type Limiter, type Limits } from './limiter.ts';
export * from './official-names.ts';
export type { Fetch, FetchResponse, Options } from './options.ts';
export * from './unsafe-call.ts';
