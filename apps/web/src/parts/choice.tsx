import field from './field.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly choose: (value: Value) => void;
}

/** One of several things, under what it is about. */
export function Choice<Value extends string>({ label, value, choices, choose }: ChoiceProps<Value>) {
  const chosen = (text: string) => {
    const [found] = choices.find(([key]) => key === text) ?? [];
    if (found !== undefined) choose(found);
  };
  return (
    <label className={`${field.field} ${field.choice}`}>
      {label}
      <select className={field.input} value={value} onChange={(event) => chosen(event.target.value)}>
        {choices.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
