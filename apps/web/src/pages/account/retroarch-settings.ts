interface Play {
  /** Of this server: `http://127.0.0.1:8080` */
  readonly address: string;
  readonly username: string;
  /** In place of the password. */
  readonly token?: string | undefined;
}

/** The lines of `retroarch.cfg` with which RetroArch plays on this server. */
export function retroArchSettings({ address, username, token }: Play): string {
  const secret = token === undefined ? { password: 'your password' } : { token };
  return Object.entries({
    enable: 'true',
    custom_host: address,
    hardcore_mode_enable: 'true',
    username,
    ...secret,
  })
    .map(([name, value]) => `cheevos_${name} = "${value}"`)
    .join('\n');
}

/** Whether a host is this very machine, which no other reaches by it. */
export function isOfThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
