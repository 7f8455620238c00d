import { optional, text } from './params.ts';
import { userPicUrl } from './pictures.ts';
import { defineConnectRequest } from './request.ts';

/** Who signed in. */
export interface SignedIn {
  /** Where the emulator reached this server, see pictures.ts. */
  readonly origin: string;
  /** In the spelling to show: the emulator uses it from now on. */
  readonly username: string;
  /** At most 31 characters: RetroArch holds no more. */
  readonly token: string;
  readonly pointsHardcore: number;
  readonly pointsSoftcore: number;
}

/** What both login requests have in common; rcheevos reads them in `rc_api_user.c`. */
export const signIn = {
  params: {
    u: text('Username, without regard to case.'),
    p: optional(text('Password; where it is not empty, the token is not looked at.')),
    t: optional(text('Token from an earlier login.')),
  },
  present: ({ origin, username, token, pointsHardcore, pointsSoftcore }: SignedIn) => ({
    Success: true,
    User: username,
    AvatarUrl: userPicUrl(origin, username),
    AvatarUpdatedAt: 0,
    Token: token,
    Score: pointsHardcore,
    SoftcoreScore: pointsSoftcore,
    Messages: 0,
    Permissions: 1,
    AccountType: 'Registered',
  }),
} as const;

export const login = defineConnectRequest({
  name: 'login',
  description: 'Signs in with a password or with the token of an earlier login; emulators before 2023.',
  ...signIn,
});
