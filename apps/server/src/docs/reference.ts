import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const PAGE = join(import.meta.dirname, 'page');

/** A text of the reference, as it is and compressed. */
export interface ReferenceFile {
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

/** What the reference is made of, by what follows `/docs/`. */
export async function loadReference(): Promise<ReadonlyMap<string, ReferenceFile>> {
  const read = (name: string) => readFile(join(PAGE, name));
  return new Map([
    ['', await referenceFile('text/html', await read('index.html'))],
    ['page.css', await referenceFile('text/css', await read('page.css'))],
    ['page.js', await referenceFile('text/javascript', await read('page.js'))],
    ['scalar.js', await referenceFile('text/javascript', await readScalar())],
  ]);
}

/** The program that shows a reference. Its package gives it to a server only, which is asked for it here. */
async function readScalar(): Promise<Buffer> {
  const [{ default: Fastify }, { default: scalar }] = await Promise.all([
    import('fastify'),
    import('@scalar/fastify-api-reference'),
  ]);
  const server = Fastify();
  await server.register(scalar, { routePrefix: '/docs', configuration: { url: '/openapi.json' } });
  const { statusCode, rawPayload } = await server.inject('/docs/js/scalar.js');
  await server.close();
  if (statusCode !== 200) throw new Error(`The reference has no program: ${statusCode}`);
  return rawPayload;
}

async function referenceFile(type: string, body: Buffer): Promise<ReferenceFile> {
  return {
    type: `${type}; charset=utf-8`,
    body,
    gzipped: await promisify(gzip)(body),
    etag: `"${hash('sha1', body, 'base64url')}"`,
  };
}
