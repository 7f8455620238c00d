import styles from './picture.module.css';
import { useHasSettled } from './scrolling.ts';

interface PictureProps {
  /** The path on this server. */
  readonly src: string;
  /** In pixels of the page. */
  readonly size: number;
  /** What it shows; nothing where the text beside it says so. */
  readonly alt?: string;
}

/** A badge, an icon of a game or a picture of a player: square, and crisp, for many are pixel art. */
export function Picture({ src, size, alt = '' }: PictureProps) {
  const box = { className: styles.picture, width: size, height: size };
  // Without an address, it is as large, and nothing is asked for.
  return useHasSettled() ? (
    <img {...box} src={src} alt={alt} loading="lazy" decoding="async" />
  ) : (
    <svg {...box} aria-hidden="true" />
  );
}

/** The picture of an achievement. */
export function badgeOf(name: string): string {
  return `/Badge/${name}.png`;
}

/** The picture of a player. */
export function pictureOf(username: string): string {
  return `/UserPic/${username}.png`;
}
