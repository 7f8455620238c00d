/** What is wrong with the name of a key of the Web API, or null. */
export function keyNameProblem(name: string): string | null {
  return /^[^\p{Cc}\p{Cs}]{1,100}$/u.test(name)
    ? null
    : 'The name of a key has 1 to 100 characters, in one line.';
}
