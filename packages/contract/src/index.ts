/**
 * The wire: what every endpoint has in common. The endpoints themselves are not listed here; each is
 * imported from its own file (`@laurel/contract/web-api/…`).
 */
export * from './dates.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './openapi.ts';
export * from './params.ts';
export * from './query.ts';
export * from './schemas.ts';
