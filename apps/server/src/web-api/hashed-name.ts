import { hashOf } from '@laurel/store/hash-of';

/** A name and its hash, which is made once for all the places that it is looked up in. */
export class HashedName {
  readonly text: string;
  readonly hash: number;

  constructor(text: string) {
    this.text = text;
    this.hash = hashOf(text);
  }
}
