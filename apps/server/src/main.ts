#!/usr/bin/env node
import { StoreRefused, StoreUnavailable } from '@laurel/store';
import { CommanderError } from 'commander';
import { CommandFailed } from './commands/command-failed.ts';
import { program } from './commands/program.ts';
import { SettingRefused } from './settings.ts';

/** Errors that a person can do something about: they are told in one line. */
const FORESEEN = [CommandFailed, SettingRefused, StoreRefused, StoreUnavailable];

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else {
    const foreseen = FORESEEN.some((kind) => error instanceof kind);
    console.error(foreseen && error instanceof Error ? `laurel: ${error.message}` : error);
    process.exitCode = 1;
  }
}
