import type { Request } from './network/request.ts';

/** What `validate: true` does; `@laurel/client/validate` puts it here, so that nobody else has it in their bundle. */
export const validation: { check: (request: Request, body: object) => void } = {
  check() {
    throw new Error("import '@laurel/client/validate'");
  },
};
