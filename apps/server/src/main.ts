#!/usr/bin/env node
// First, before anything has made a hidden class worth keeping.
import './tick-shape.ts';
import { StoreRefused, StoreUnavailable } from '@laurel/store';
import { CommanderError } from 'commander';
import { CommandFailed } from './commands/command-failed.ts';
import { program } from './commands/program.ts';
import { SettingRefused } from './settings.ts';

/** Errors that a person can do something about: they are told in one line. */
const FORESEEN = [CommandFailed, SettingRefused, StoreRefused, StoreUnavailable];

/** Errors of the system are among them: a folder that is not there, a disk that is full, a host that is down. */
function isForeseen(error: unknown): error is Error {
  return error instanceof Error && (FORESEEN.some((kind) => error instanceof kind) || 'syscall' in error);
}

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else {
    console.error(isForeseen(error) ? `laurel: ${error.message}` : error);
    process.exitCode = 1;
  }
}
