import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../data/site.ts';
import card from '../../parts/card.module.css';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';

/** A line that others see under the reader's name. */
export function Motto({ motto }: { readonly motto: string }) {
  const queries = useQueryClient();
  return (
    <section className={card.section} aria-labelledby="motto">
      <h2 id="motto">Motto</h2>
      <Form
        action="Save"
        done="Saved."
        send={async ({ motto: next }) => {
          await ask('POST', 'motto', { motto: next });
          await queries.invalidateQueries();
        }}
      >
        <Field
          label="A line under your name"
          hint="At most 50 characters; leave it empty for none."
          name="motto"
          defaultValue={motto}
        />
      </Form>
    </section>
  );
}
