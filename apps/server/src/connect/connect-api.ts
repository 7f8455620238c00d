import type { Asking, Callers } from '../http/callers.ts';
import { Failure } from '../http/failure.ts';
import { type ConnectContext, readCall } from './call.ts';
import { type ConnectAnswer, type ErrorLog, refusal, success } from './connect-answer.ts';
import { loadHandlers } from './handlers.ts';
import type { RequestHandler } from './request-handler.ts';

/** Where it is asked. */
export const ADDRESS = '/dorequest.php';
/** The largest form, in bytes. */
export const BODY_LIMIT = 64 * 1024;
/** The type of a form. */
export const FORM = 'application/x-www-form-urlencoded';

/** Whether a body of this `Content-Type` is read as a form; of any other type it is not looked at. */
export function isForm(contentType: string): boolean {
  return contentType.trim().toLowerCase().startsWith(FORM);
}

/** Answers the requests of the Connect API: every one that has a file in `requests/`. */
export class ConnectApi {
  readonly #handlers: ReadonlyMap<string, RequestHandler>;
  readonly #context: ConnectContext;
  readonly #callers: Callers;

  private constructor(handlers: readonly RequestHandler[], context: ConnectContext, callers: Callers) {
    this.#handlers = new Map(handlers.map((handler) => [handler.name, handler]));
    this.#context = context;
    this.#callers = callers;
  }

  /** With what answers each request, which is loaded first. */
  static async of(context: ConnectContext, callers: Callers): Promise<ConnectApi> {
    return new ConnectApi(await loadHandlers(), context, callers);
  }

  /**
   * The answer to a request, whether it ends well or not.
   *
   * @param form the body; empty where there is none or it is no form
   */
  async answer(request: Asking, form: string, log: ErrorLog): Promise<ConnectAnswer> {
    try {
      const call = readCall(request, form, this.#callers);
      return success(await this.#handlerOf(call.fields.get('r')).answer(call, this.#context));
    } catch (error) {
      return refusal(error, log);
    }
  }

  #handlerOf(name: string | undefined): RequestHandler {
    if (name === undefined) throw new Failure('missing_parameter');
    const handler = this.#handlers.get(name);
    if (handler !== undefined) return handler;
    throw new Failure('invalid_parameters', { title: `Unknown request: ${name.slice(0, 40) || '[null]'}` });
  }
}
