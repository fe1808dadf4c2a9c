/**
 * What to say of an error that came in the place of Redis' answer: it is away, does not answer, is full
 * or does not let us; null where the error is another one.
 */
export function redisFault({ name, message }: Error): string | null {
  if (message === 'Command timed out') return 'Redis does not answer.';
  if (
    name === 'MaxRetriesPerRequestError' ||
    /Connection is closed|Stream isn't writeable/.test(message)
  ) {
    return 'Redis is lost.';
  }
  return name === 'ReplyError' ? `Redis refuses: ${message}` : null;
}
