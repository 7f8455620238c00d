import styles from './award.module.css';

/** What each award is called and looks like. */
export const AWARDS = {
  mastered: { name: 'Mastered', style: styles.hardcoreFull },
  completed: { name: 'Completed', style: styles.softcoreFull },
  'beaten-hardcore': { name: 'Beaten', style: styles.hardcore },
  'beaten-softcore': { name: 'Beaten (softcore)', style: styles.softcore },
} as const;

export type AwardKind = keyof typeof AWARDS;

/** What a player has made of a game. */
export function Award({ kind }: { readonly kind: AwardKind }) {
  const { name, style } = AWARDS[kind];
  return <span className={`${styles.award} ${style}`}>{name}</span>;
}
