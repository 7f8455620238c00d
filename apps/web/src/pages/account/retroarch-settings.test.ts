import { expect, it } from 'vitest';
import { isOfThisMachine, retroArchSettings } from './retroarch-settings.ts';

const PLAY = { address: 'http://192.168.1.5:8080', username: 'Ada' };

it('has the address of the server, the name, and a place for the password', () => {
  expect(retroArchSettings(PLAY)).toBe(`cheevos_enable = "true"
cheevos_custom_host = "http://192.168.1.5:8080"
cheevos_hardcore_mode_enable = "true"
cheevos_username = "Ada"
cheevos_password = "your password"`);
});

it('has a token in place of a password', () => {
  const settings = retroArchSettings({ ...PLAY, token: 'abc' });
  expect(settings).toContain('cheevos_token = "abc"');
  expect(settings).not.toContain('password');
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['192.168.1.5', false],
  ['laurel.example', false],
])('%s is this machine alone: %s', (hostname, isIt) => {
  expect(isOfThisMachine(hostname)).toBe(isIt);
});
