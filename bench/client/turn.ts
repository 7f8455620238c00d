/** What a process of the bench is to do: ask a server in one of two ways, for a time. */
export interface TurnOrder {
  readonly address: string;
  readonly key: string;
  readonly user: string;
  /** Which of the rows. */
  readonly row: number;
  readonly way: 'client' | 'bare';
  readonly seconds: number;
}

/** What came of it. */
export interface ClientTurn {
  readonly perSecond: number;
  /** Processor time of this process for one request. */
  readonly processorMicroseconds: number;
}
