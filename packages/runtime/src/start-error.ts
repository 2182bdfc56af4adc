/**
 * Why the product cannot start, as one plain sentence that names the thing at fault and the way out.
 * Programs print the message alone and exit with code 1; it never carries a stack, a password or a token.
 */
export class StartError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = "StartError";
  }
}
