/** Named timers: setting one again puts it off. */
export class Timers {
  private readonly running = new Map<string, ReturnType<typeof setTimeout>>();

  set(name: string, delay: number, run: () => void): void {
    this.clear(name);
    this.running.set(
      name,
      setTimeout(() => {
        this.running.delete(name);
        run();
      }, delay),
    );
  }

  clear(name: string): void {
    const timer = this.running.get(name);
    if (timer !== undefined) clearTimeout(timer);
    this.running.delete(name);
  }
}
