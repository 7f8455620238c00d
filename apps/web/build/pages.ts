import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** The code of a page: `pages/game/game.tsx` is that of `game`. */
const PAGE = /\/src\/pages\/([^/]+)\/\1\.tsx$/;

/** What a page loads only when its reader asks for it, by a button for example. */
const ON_DEMAND = /\.on-demand\.tsx$/;

/**
 * Makes HTML for each page, such as `pages/game.html`, which says at once all that the page will load. Otherwise the
 * browser would learn of it bit by bit, from code that it has loaded before.
 */
export function pages(): Plugin {
  return {
    name: 'pages',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // What the others make of the HTML comes first.
      order: 'post',
      handler(_, bundle) {
        const index = bundle['index.html'];
        if (index?.type !== 'asset') throw new Error('the build has made no index.html');
        const html = String(index.source);
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const entries = chunks.filter(({ isEntry }) => isEntry);
        const ofAll = entries.flatMap(({ imports }) => imports);
        for (const { fileName, facadeModuleId, dynamicImports } of chunks) {
          const [, page] = PAGE.exec(facadeModuleId ?? '') ?? [];
          if (page === undefined) continue;
          // With what the page shows later, such as a chart.
          const later = dynamicImports.filter((file) => !isOnDemand(bundle[file]));
          const loaded = new Set<string>();
          for (const file of [...ofAll, fileName, ...later]) addWithImports(file, bundle, loaded);
          for (const entry of entries) loaded.delete(entry.fileName);
          const links = [...loaded].map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`);
          const source = html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`);
          this.emitFile({ type: 'asset', fileName: `pages/${page}.html`, source });
        }
      },
    },
  };
}

function isOnDemand(file: Bundle[string] | undefined): boolean {
  return file?.type === 'chunk' && ON_DEMAND.test(file.facadeModuleId ?? '');
}

/** Adds a file of code and all that it needs before it runs. */
function addWithImports(fileName: string, bundle: Bundle, loaded: Set<string>): void {
  const file = bundle[fileName];
  if (file?.type !== 'chunk' || loaded.has(fileName)) return;
  loaded.add(fileName);
  for (const other of file.imports) addWithImports(other, bundle, loaded);
}
