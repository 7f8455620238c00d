import type { ClientArgument } from '@laurel/contract/openapi';

/** Of `/openapi.json`, what the reference shows. */
export interface OpenApi {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

export interface Operation {
  readonly operationId: string;
  readonly 'x-client-function': string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly externalDocs?: { readonly url: string };
  readonly parameters: readonly (Parameter | Ref)[];
  readonly responses: Readonly<Record<string, Response | Ref>>;
}

/** A parameter in the query. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: string | number;
  readonly 'x-client-argument': ClientArgument;
}

export interface Response {
  readonly description: string;
  readonly content?: {
    readonly 'application/json': {
      readonly schema: Ref;
      readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
    };
  };
}

export interface Ref {
  readonly $ref: string;
}

/** What of JSON Schema the contract uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number;
}

/** What stands where a `$ref` leads: the last part of it, in the part of the document that it is of. */
export function refName({ $ref }: Ref): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}
