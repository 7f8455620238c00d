// Preloaded where tests start threads on the sources: Rolldown strips the types, not Node. Node's own stripper is
// WebAssembly, made anew in each thread, and V8 (13.6, of Node 24) may free the code of its wrappers when the thread
// that made it has ended: now and then a test ended with SIGSEGV. The built server has no types to strip.
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    // Only here: whoever loads no TypeScript does not wait for Rolldown.
    const { transformSync } = require('rolldown/utils');
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), {
      sourcemap: false,
      typescript: { onlyRemoveTypeImports: true },
    });
    if (errors.length > 0)
      throw new SyntaxError(`${file}: ${errors.map(({ message }) => message).join('; ')}`);
    return { format: 'module', source: code, shortCircuit: true };
  },
});
