import { Command, Option } from 'commander';
import type { LocationOptions } from '../settings.ts';
import { VERSION } from '../version.ts';
import type { ServeOptions } from './serve.ts';
import type { AddUserOptions } from './user.ts';

/** The `laurel` command. What a command needs is loaded when it is run. */
export function program(): Command {
  const laurel = new Command('laurel')
    .description('A self-hosted achievement server for retro games')
    .version(VERSION)
    .exitOverride()
    .addHelpText('after', example('laurel serve --data ./data'));

  onStore(laurel.command('serve'))
    .description('serve the APIs and the reference')
    .option('--host <HOST>', 'the address to bind to (default: LAUREL_HOST, or 127.0.0.1)')
    .option('--port <PORT>', 'the port (default: LAUREL_PORT, or 8080; 0 takes a free one)')
    .addHelpText('after', example('laurel serve --data ./data --port 8080'))
    .action(async (options: ServeOptions) => (await import('./serve.ts')).serve(options));

  onStore(laurel.command('demo'))
    .description('load the demo world into an empty store')
    .addHelpText('after', example('laurel demo --data ./data'))
    .action(async (options: LocationOptions) => (await import('./demo.ts')).demo(options));

  onStore(laurel.command('import'))
    .description('import world files, all of them or nothing; - is standard input, .gz is accepted')
    .argument('<file...>')
    .addHelpText('after', example('laurel import world.jsonl.gz --data ./data'))
    .action(async (files: string[], options: LocationOptions) =>
      (await import('./import.ts')).importFiles(files, options),
    );

  onStore(laurel.command('export'))
    .description('export the world to a file (.gz compresses it), or to standard output')
    .argument('[file]')
    .addHelpText('after', example('laurel export world.jsonl.gz --data ./data'))
    .action(async (file: string | undefined, options: LocationOptions) =>
      (await import('./export.ts')).exportTo(file, options),
    );

  const user = laurel.command('user').description('manage the people who sign in').exitOverride();
  onStore(user.command('add'))
    .description('make an account; the password is asked for')
    .argument('<name>')
    .option('--password-stdin', 'read the password from standard input')
    .option('--admin', 'the account may administer this server')
    .addHelpText('after', example('laurel user add Alice --data ./data'))
    .action(async (name: string, options: AddUserOptions) =>
      (await import('./user.ts')).addUser(name, options),
    );

  const key = laurel.command('key').description('manage the keys of the Web API').exitOverride();
  onStore(key.command('create'))
    .description('make a key and print it; it is shown only now')
    .argument('<name>', 'what the key is for; several keys may share a name')
    .addHelpText('after', example('laurel key create my-app --data ./data'))
    .action(async (name: string, options: LocationOptions) =>
      (await import('./key.ts')).createKey(name, options),
    );
  onStore(key.command('revoke'))
    .description('revoke every key of this name that key create made')
    .argument('<name>')
    .addHelpText('after', example('laurel key revoke my-app --data ./data'))
    .action(async (name: string, options: LocationOptions) =>
      (await import('./key.ts')).revokeKeys(name, options),
    );

  onStore(laurel.command('verify'))
    .description('compute everything derived anew from the ledger, and compare')
    .addHelpText('after', example('laurel verify --data ./data'))
    .action(async (options: LocationOptions) => (await import('./verify.ts')).verify(options));

  onStore(laurel.command('backup'))
    .description('copy the embedded database, consistent, while the server runs')
    .argument('<file>')
    .addHelpText('after', example('laurel backup laurel-backup.db --data ./data'))
    .action(async (file: string, options: LocationOptions) =>
      (await import('./backup.ts')).backup(file, options),
    );

  // What `npm start` runs.
  onStore(laurel.command('start', { hidden: true })).action(async (options: LocationOptions) =>
    (await import('./start.ts')).start(options),
  );
  return laurel;
}

function onStore(command: Command): Command {
  return command
    .exitOverride()
    .addOption(new Option('--data <DIR>', 'the data folder (default: LAUREL_DATA, or ./data)'))
    .addOption(
      new Option('--database-url <URL>', 'a PostgreSQL database instead (default: LAUREL_DATABASE_URL)'),
    );
}

function example(line: string): string {
  return `\nExample:\n  $ ${line}`;
}
