/** The folders of pictures, and the side of one that is generated there, in pixels: what emulators expect. */
const SIDES = { Images: 96, Badge: 64, UserPic: 128 } as const;

export type PictureFolder = keyof typeof SIDES;
export const PICTURE_FOLDERS: readonly PictureFolder[] = ['Images', 'Badge', 'UserPic'];

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Which picture is asked for. */
export interface PicturePath {
  readonly folder: PictureFolder;
  /** The path below the folder: plain names only, so that it cannot lead out of it. */
  readonly file: string;
  /** The media type that the name promises. */
  readonly type: string;
  readonly side: number;
  /** The path without its ending, and without the `_lock` of a locked badge: what it is a picture of. */
  readonly subject: string;
  /** Whether it is what is shown of a badge as long as it is locked. */
  readonly locked: boolean;
}

const LONGEST_PATH = 200;
const LOCKED = '_lock';
const PLAIN_PATH =
  /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/){0,4}([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\.([A-Za-z]{3,4})$/;

/** Reads the decoded path of a picture below its folder; undefined for anything that cannot be one. */
export function readPicturePath(folder: PictureFolder, file: string): PicturePath | undefined {
  const [, name = '', ending = ''] = (file.length <= LONGEST_PATH && PLAIN_PATH.exec(file)) || [];
  const type = TYPES[ending.toLowerCase()];
  if (type === undefined) return undefined;
  const locked = folder === 'Badge' && name.endsWith(LOCKED);
  const path = file.slice(0, -ending.length - 1);
  return {
    folder,
    file,
    type,
    side: SIDES[folder],
    subject: `${folder}/${locked ? path.slice(0, -LOCKED.length) : path}`,
    locked,
  };
}

/** The badge that this locked one is of. */
export function unlockedBadge(path: PicturePath): PicturePath {
  const ending = path.file.slice(path.file.lastIndexOf('.'));
  return { ...path, file: `${path.subject.slice('Badge/'.length)}${ending}`, locked: false };
}
