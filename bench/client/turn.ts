/** What a process of the bench is to do: ask a server for one row in both ways, in turns, for a time. */
export interface Order {
  readonly address: string;
  readonly key: string;
  readonly user: string;
  /** Which of the rows. */
  readonly row: number;
  readonly seconds: number;
}

/** What one way came to in a turn of it. */
export interface ClientTurn {
  readonly perSecond: number;
  /** Processor time of the process for one request. */
  readonly processorMicroseconds: number;
}

/** Both ways, one after the other. */
export interface Pair {
  readonly client: ClientTurn;
  readonly bare: ClientTurn;
}
