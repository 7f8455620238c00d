import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import button from '../../parts/button.module.css';
import field from '../../parts/field.module.css';

/** Leads to a player by name. */
export function PlayerSearch() {
  const navigate = useNavigate();
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const username = new FormData(event.currentTarget).get('username');
    if (typeof username === 'string' && username !== '')
      navigate({ to: '/user/$username', params: { username } });
  };
  return (
    <search>
      <form className={field.fields} onSubmit={go}>
        <label className={`${field.field} ${field.grow}`}>
          A player’s name
          <input
            className={field.input}
            name="username"
            type="search"
            required
            minLength={2}
            maxLength={26}
            pattern="[A-Za-z0-9]+"
            title="letters and digits"
          />
        </label>
        <button type="submit" className={button.plain}>
          Look up
        </button>
      </form>
    </search>
  );
}
