import { type LaurelServer, lastLine, laurel, serveLaurel, temporaryFolder } from './laurel.ts';

/** A `laurel serve` with the demo world in a folder of its own. */
export interface DemoServer {
  readonly server: LaurelServer;
  /** A key of the Web API. */
  readonly key: string;
  /** Where its data lies. */
  readonly data: string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** Makes the demo world and a key, and serves it. @throws Error when one of the commands fails */
export async function serveDemo(): Promise<DemoServer> {
  const folder = temporaryFolder();
  const made = await laurel(['demo', '--data', folder.path]);
  if (made.status !== 0) throw new Error(`laurel demo failed:\n${made.stderr}`);
  const { stdout } = await laurel(['key', 'create', 'test', '--data', folder.path]);
  const server = await serveLaurel(['--data', folder.path]);
  return {
    server,
    key: lastLine(stdout),
    data: folder.path,
    stop: async () => {
      await server.stop();
      folder[Symbol.dispose]();
    },
  };
}
