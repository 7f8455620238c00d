/** Where somebody has just signed out, of which the page for signing in speaks. */
export type SignedOut = 'here' | 'everywhere';

declare module '@tanstack/react-router' {
  interface HistoryState {
    readonly signedOut?: SignedOut;
  }
}
