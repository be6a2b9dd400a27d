/** Longer than the head of any message: what has no end by then is none. */
const LONGEST_HEAD = 8192;

/** Follows a stream of messages by the lengths in their heads, and sees where they cannot be told apart any more. */
export class Framing {
  #head = '';
  /** So many bytes of a message's body are still to come. */
  #left = 0;

  /** Takes the next bytes; false where a head has no length: where the next message begins nobody can tell. */
  take(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length; ) {
      if (this.#left > 0) {
        const passed = Math.min(this.#left, bytes.length - at);
        this.#left -= passed;
        at += passed;
        continue;
      }
      this.#head += String.fromCharCode(bytes[at++]);
      if (this.#head.length > LONGEST_HEAD) return false;
      if (!this.#head.endsWith('\r\n\r\n')) continue;
      const length = /^content-length:[ \t]*(\d+)/im.exec(this.#head)?.[1];
      if (length === undefined) return false;
      this.#left = Number(length);
      this.#head = '';
    }
    return true;
  }
}

/**
 * Ends this process where what comes over standard input cannot be understood any more. The library waits on then, for
 * as long as its client lives, which waits for answers.
 */
export function endWhereNotUnderstood(): void {
  const framing = new Framing();
  const look = (bytes: Uint8Array) => {
    if (framing.take(bytes)) return;
    process.stdin.off('data', look);
    process.stderr.write(
      'gca-report: a message came without a length that is a number. What follows cannot be told apart, so the server ends.\n',
      () => process.exit(1),
    );
  };
  process.stdin.on('data', look);
}
