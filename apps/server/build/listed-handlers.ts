import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';

/**
 * Writes out which handlers there are: a `handlers.ts` finds them by reading its folder, and what is built has
 * no folders.
 */
export const listedHandlers: Plugin = {
  name: 'listed-handlers',
  load: {
    filter: { id: /\/handlers\.ts$/ },
    handler: async (id) => {
      const { handlerFiles }: { handlerFiles: () => string[] } = await import(pathToFileURL(id).href);
      const files = handlerFiles();
      return [
        ...files.map((file, index) => `import handler${index} from '${file}';`),
        `export const loadHandlers = async () => [${files.map((_, index) => `handler${index}`).join(', ')}];`,
      ].join('\n');
    },
  },
};
