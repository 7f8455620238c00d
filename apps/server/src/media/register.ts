import { hash } from 'node:crypto';
import { connectError } from '@laurel/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { errorHandler } from '../http/error-handler.ts';
import { Failure } from '../http/failure.ts';
import { matches } from '../http/json-answer.ts';
import { generatedPicture } from './generated-picture.ts';
import { padlock } from './padlock.ts';
import { PICTURE_FOLDERS, type PicturePath, readPicturePath, unlockedBadge } from './picture-path.ts';
import { isStored, readStored } from './stored-picture.ts';

/** Long enough to show a list without asking again, short enough that a new picture shows soon. */
const CACHE_CONTROL = 'public, max-age=300';

/** Mounts `/Images`, `/Badge` and `/UserPic`. Emulators ask for them, so failures are in the form of Connect. */
export async function registerMedia(app: FastifyInstance, context: Pick<Context, 'data'>): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler(errorHandler(({ error, title }) => connectError(error, title)));
    for (const folder of PICTURE_FOLDERS) {
      scope.get<{ Params: { '*': string } }>(`/${folder}/*`, async (request, reply) => {
        const path = readPicturePath(folder, request.params['*']);
        if (path === undefined) throw new Failure('unknown_path');
        return send(request, reply, await findPicture(path, context));
      });
    }
  });
}

interface Picture {
  readonly type: string;
  readonly bytes: Buffer;
}

async function findPicture(path: PicturePath, { data }: Pick<Context, 'data'>): Promise<Picture> {
  const stored = await readStored(data, path);
  if (stored !== undefined) return { type: path.type, bytes: stored };
  const bytes =
    path.locked && (await isStored(data, unlockedBadge(path)))
      ? padlock(path.side)
      : generatedPicture(path.subject, path.side, { locked: path.locked });
  return { type: 'image/png', bytes };
}

function send(request: FastifyRequest, reply: FastifyReply, { type, bytes }: Picture): FastifyReply {
  const etag = `"${hash('sha1', bytes, 'base64url')}"`;
  reply.headers({ etag, 'cache-control': CACHE_CONTROL, 'x-content-type-options': 'nosniff' });
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(type).send(bytes);
}
