import { expect, it } from 'vitest';
import { login } from './login.ts';
import { login2 } from './login2.ts';

it.each([login, login2])('presents who signed in: $name', ({ present }) => {
  const alice = { username: 'Alice', token: 'AbCdEf0123456789', pointsHardcore: 12345, pointsSoftcore: 4321 };
  expect(present({ origin: 'http://host', ...alice })).toEqual({
    Success: true,
    User: 'Alice',
    AvatarUrl: 'http://host/UserPic/Alice.png',
    AvatarUpdatedAt: 0,
    Token: 'AbCdEf0123456789',
    Score: 12345,
    SoftcoreScore: 4321,
    Messages: 0,
    Permissions: 1,
    AccountType: 'Registered',
  });
});
